package org.tidemark.console.difference;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field was and what it became, as JSON; long texts as they stand.
 *
 * @param path the JSON Pointer of the field; "" for the whole value
 * @param before null: the field was not there
 * @param after null: the field is not there any more
 */
public record Difference(String path, @Nullable String before, @Nullable String after)
    implements Serializable {
  private static final int LONG = 400;

  /** Of a text shorter than this people see the differences by themselves. */
  private static final int SHORT = 24;

  /** What is shown of what the field became, with the words marked that differ; empty: nothing. */
  public List<Piece> marks() {
    return before == null || after == null || before.length() < SHORT || after.length() < SHORT
        ? List.of()
        : WordDiff.shortened(before, after);
  }

  /** Whether a value is so long that people want to see it only when they ask. */
  public boolean isBeforeLong() {
    return before != null && before.length() > LONG;
  }

  public boolean isAfterLong() {
    return after != null && after.length() > LONG;
  }
}
