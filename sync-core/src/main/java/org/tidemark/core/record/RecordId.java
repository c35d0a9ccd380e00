package org.tidemark.core.record;

import org.jspecify.annotations.Nullable;

/** The name of a record within its space and type: 1 to 128 characters. */
public record RecordId(String value) implements Comparable<RecordId> {

  public RecordId {
    Names.require("a record id", value, problem(value));
  }

  /** What is wrong with the text as a record id, in words; null when it is fine. */
  public static @Nullable String problem(String value) {
    return Names.problem(value);
  }

  @Override
  public int compareTo(RecordId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
