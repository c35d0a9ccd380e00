package org.tidemark.core.record;

import org.jspecify.annotations.Nullable;

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
    if (value.isEmpty()) {
      return "must not be empty";
    }
    if (value.length() > MAX_LENGTH) {
      return "must have at most " + MAX_LENGTH + " characters";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        return "must not hold control characters";
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == value.length()
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          return "must not hold lone surrogates";
        }
        i++;
      }
    }
    return null;
  }

  static @Nullable String typeProblem(String value) {
    boolean fine = !value.isEmpty() && value.length() <= MAX_TYPE_LENGTH && letter(value.charAt(0));
    for (int i = 1; fine && i < value.length(); i++) {
      char c = value.charAt(i);
      fine = letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    }
    return fine ? null : "must be a letter, then at most 63 letters, digits, _, . or -";
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
