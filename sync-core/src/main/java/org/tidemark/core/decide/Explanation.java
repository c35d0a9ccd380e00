package org.tidemark.core.decide;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which row of the verdict table fired, and why, in words for administrators. */
public record Explanation(String row, String words) {
  private static final Pattern PRINTED = Pattern.compile("Row \\S+: (.)(.*)", Pattern.DOTALL);

  /** The sentence of a printed explanation, without the row of the table that tests name. */
  public static String sentence(String printed) {
    Matcher parts = PRINTED.matcher(printed);
    return parts.matches() ? parts.group(1).toUpperCase(Locale.ROOT) + parts.group(2) : printed;
  }

  @Override
  public String toString() {
    return "Row " + row + ": " + words;
  }
}
