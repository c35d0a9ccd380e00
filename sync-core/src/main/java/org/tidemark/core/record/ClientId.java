package org.tidemark.core.record;

import org.jspecify.annotations.Nullable;

/** The name of one installation of a client: 1 to 128 characters. */
public record ClientId(String value) implements Comparable<ClientId> {

  public ClientId {
    Names.require("a client id", value, problem(value));
  }

  /** What is wrong with the text as a client id, in words; null when it is fine. */
  public static @Nullable String problem(String value) {
    return Names.problem(value);
  }

  @Override
  public int compareTo(ClientId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
