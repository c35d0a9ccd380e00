package org.tidemark.console.difference;

import org.jspecify.annotations.Nullable;

/**
 * What a field was and what it became, as JSON.
 *
 * @param path the JSON Pointer of the field; "" for the whole value
 * @param before null: the field was not there
 * @param after null: the field is not there any more
 */
public record Difference(String path, @Nullable String before, @Nullable String after) {
  private static final int LONG = 400;

  /** Whether a value is so long that people want to see it only when they ask. */
  public boolean isBeforeLong() {
    return before != null && before.length() > LONG;
  }

  public boolean isAfterLong() {
    return after != null && after.length() > LONG;
  }
}
