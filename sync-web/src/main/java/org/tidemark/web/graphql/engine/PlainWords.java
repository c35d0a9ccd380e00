package org.tidemark.web.graphql.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells in plain words what graphql-java says of a document. Its own messages print the classes of
 * what they found, at the length of whatever was sent.
 */
final class PlainWords {
  private static final int LONGEST = 300;

  /** The kind of error and the place of the field; then what is wrong with it. */
  private static final Pattern HEAD = Pattern.compile("Validation [Ee]rror \\([^)]*\\) ?: ");

  /**
   * The value stands between quotes that it may have itself: all up to the last such end is left
   * out.
   */
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "argument '(?<place>[^']*)' with value '.*' (?:(?<none>must not be null)"
              + "|is not a valid '(?<type>[^']*)'.*"
              + "|(?<object>must be an object type)"
              + "|is missing required fields '\\[(?<missing>[^']*)]'"
              + "|contains a field not in '(?<of>[^']*)': '(?<extra>[^']*)')",
          Pattern.DOTALL);

  private static final Pattern DEFAULT =
      Pattern.compile("Bad default value '.*' for type '(?<type>[^']*)'", Pattern.DOTALL);

  /** Some messages end with the name of a Java class. */
  private static final Pattern JAVA_NAMES = Pattern.compile(",? but it was an? '[^']*'");

  /** A parser's message may quote what no JSON reader of ours takes back. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private PlainWords() {}

  static String of(String message) {
    String said = UNPRINTABLE.matcher(plain(message)).replaceAll("\uFFFD");
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
  }

  private static String plain(String message) {
    Matcher head = HEAD.matcher(message);
    String said = head.lookingAt() ? message.substring(head.end()) : message;
    Matcher argument = ARGUMENT.matcher(said);
    if (argument.matches()) {
      return "The argument \"" + argument.group("place") + "\" " + problem(argument) + ".";
    }
    Matcher preset = DEFAULT.matcher(said);
    if (preset.matches()) {
      return "A variable's default value must be of the type " + preset.group("type") + ".";
    }
    return JAVA_NAMES.matcher(message).replaceAll("");
  }

  private static String problem(Matcher argument) {
    String type = argument.group("type");
    String missing = argument.group("missing");
    String extra = argument.group("extra");
    if (type != null) {
      return "must be of the type " + type;
    } else if (missing != null) {
      return "must have " + missing;
    } else if (extra != null) {
      return "must not have \"" + extra + "\": " + argument.group("of") + " has no such field";
    }
    return argument.group("none") != null ? "must be given" : "must be an object";
  }
}
