package org.tidemark.core.record;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.sentence.Sentence;

/** The name of a space, the unit of sharing: 1 to 128 characters. */
public record SpaceId(String value) implements Comparable<SpaceId> {

  public SpaceId {
    Names.require("a space", value, problem(value));
  }

  /** What is wrong with the text as a space, in words; null when it is fine. */
  public static @Nullable String problem(String value) {
    return Names.problem(value);
  }

  /** What is wrong with the text as a space; null when it is fine. */
  public static @Nullable Sentence mistake(String value) {
    return Names.mistake(value);
  }

  /** The personal space of a user. */
  public static SpaceId personal(String user) {
    return new SpaceId("~" + user);
  }

  @Override
  public int compareTo(SpaceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
