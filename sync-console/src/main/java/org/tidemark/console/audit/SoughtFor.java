package org.tidemark.console.audit;

import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reading was for, in the words of the page that it was read on. */
final class SoughtFor {
  /** As uploads stand in the trail: the names of states; then what else was asked for. */
  private static final Pattern UPLOADS =
      Pattern.compile(
          "states \\[(?<states>[A-Z_, ]*)](, space (?<space>\\S*?))?(, user (?<user>.*))?");

  private SoughtFor() {}

  /**
   * @param words gives the word for a prefix and a name
   */
  static @Nullable String of(@Nullable String noted, BinaryOperator<String> words) {
    Matcher uploads = noted == null ? null : UPLOADS.matcher(noted);
    if (uploads == null || !uploads.matches()) {
      return noted;
    }
    String states =
        Stream.of(uploads.group("states").split(", "))
            .map(state -> words.apply("state.", state))
            .collect(Collectors.joining(", "));
    return words.apply("", "state")
        + ": "
        + states
        + part("space", uploads.group("space"), words)
        + part("user", uploads.group("user"), words);
  }

  private static String part(String name, @Nullable String value, BinaryOperator<String> words) {
    return value == null ? "" : "; " + words.apply("", name) + ": " + value;
  }
}
