package org.tidemark.core.record;

import org.jspecify.annotations.Nullable;

/** The name of one mutation within its client, for ever: 1 to 128 characters. */
public record MutationId(String value) implements Comparable<MutationId> {

  public MutationId {
    Names.require("a mutation id", value, problem(value));
  }

  /** What is wrong with the text as a mutation id, in words; null when it is fine. */
  public static @Nullable String problem(String value) {
    return Names.problem(value);
  }

  @Override
  public int compareTo(MutationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
