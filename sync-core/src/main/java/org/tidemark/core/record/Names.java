package org.tidemark.core.record;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.sentence.Sentence;

/** What the texts that name things may hold. */
final class Names {

  private static final int MAX_LENGTH = 128;
  private static final int MAX_TYPE_LENGTH = 64;

  private Names() {}

  static void require(String noun, String value, @Nullable String problem) {
    if (problem != null) {
      throw new IllegalArgumentException("\"" + value + "\" is not " + noun + ": it " + problem);
    }
  }

  static @Nullable String problem(String value) {
    Sentence mistake = mistake(value);
    return mistake == null ? null : mistake.english();
  }

  static @Nullable Sentence mistake(String value) {
    if (value.isEmpty()) {
      return Sentence.of(NameMistake.EMPTY);
    }
    if (value.length() > MAX_LENGTH) {
      return Sentence.of(NameMistake.TOO_LONG, MAX_LENGTH);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        return Sentence.of(NameMistake.HOLDS_CONTROL);
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == value.length()
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          return Sentence.of(NameMistake.HOLDS_LONE_SURROGATE);
        }
        i++;
      }
    }
    return null;
  }

  static @Nullable NameMistake typeMistake(String value) {
    boolean fine = !value.isEmpty() && value.length() <= MAX_TYPE_LENGTH && letter(value.charAt(0));
    for (int i = 1; fine && i < value.length(); i++) {
      char c = value.charAt(i);
      fine = letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    }
    return fine ? null : NameMistake.NO_TYPE;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
