package org.tidemark.core.decide;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.core.sentence.Sentence;

/** Which row of the verdict table fired, and why, in a sentence for administrators. */
public record Explanation(String row, Sentence why) {
  private static final Pattern PRINTED = Pattern.compile("Row \\S+: (.)(.*)", Pattern.DOTALL);

  static Explanation of(String row, Reason reason, Object... parts) {
    return new Explanation(row, Sentence.of(reason, parts));
  }

  /** The sentence of a printed explanation, without the row of the table that tests name. */
  public static String sentence(String printed) {
    Matcher parts = PRINTED.matcher(printed);
    return parts.matches() ? parts.group(1).toUpperCase(Locale.ROOT) + parts.group(2) : printed;
  }

  /** The sentence in English. */
  public String words() {
    return why.english();
  }

  /** The same once the record has come to another version. */
  public Explanation movedOn(int version) {
    return of(row, Reason.MOVED_ON, why, version);
  }

  @Override
  public String toString() {
    return "Row " + row + ": " + words();
  }
}
