package org.tidemark.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes any text fit to be shown: no control characters, no more room than there is. */
public final class Texts {

  private static final String UNITS = "kMGTPE";
  private static final int GAUGE = 30;

  private Texts() {}

  /**
   * Writes control characters, and those that turn the direction of a line, as JSON escapes. Other
   * people's texts could otherwise move the cursor or hide what they say; JSON keeps its meaning.
   */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHarmful(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHarmful(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** The text, or its beginning and dots. */
  public static String cut(String text, int width) {
    if (length(text) <= width) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 3))) + "...";
  }

  /** The text with blanks after it, up to a width. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  /** The text in lines of a width, broken at blanks where that leaves no line half empty. */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (length(text.substring(start)) > width) {
      int end = text.offsetByCodePoints(start, width);
      int blank = text.lastIndexOf(' ', end);
      boolean early = blank - start < width / 2;
      lines.add(text.substring(start, early ? end : blank));
      start = early ? end : blank + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }

  /** How many characters people see. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** An amount of bytes: {@code 1 byte}, {@code 812 bytes}, {@code 12.3 MB}. */
  public static String size(long bytes) {
    if (bytes < 1_000) {
      return count(bytes, "byte");
    }
    double amount = bytes / 1_000.0;
    int unit = 0;
    while (amount >= 999.95 && unit < UNITS.length() - 1) {
      amount /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", amount, UNITS.charAt(unit));
  }

  /** A number and its noun: {@code 1 record}, {@code 2 records}. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** How far something is: {@code Sent [#### ] 1,000 of 2,500}. */
  public static String progress(String word, long done, long all) {
    return String.format(Locale.ROOT, "%s %s %,d of %,d", word, gauge(done, all), done, all);
  }

  /** The same as a bar alone. */
  public static String gauge(long done, long all) {
    int full = (int) (done * GAUGE / all);
    return "[" + "#".repeat(full) + " ".repeat(GAUGE - full) + "]";
  }
}
