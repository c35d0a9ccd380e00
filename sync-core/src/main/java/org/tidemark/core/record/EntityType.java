package org.tidemark.core.record;

import org.jspecify.annotations.Nullable;

/** The type of a record: a letter, then up to 63 letters, digits, _, . or -. */
public record EntityType(String value) implements Comparable<EntityType> {

  public EntityType {
    Names.require("an entity type", value, problem(value));
  }

  /** What is wrong with the text as an entity type, in words; null when it is fine. */
  public static @Nullable String problem(String value) {
    NameMistake mistake = mistake(value);
    return mistake == null ? null : mistake.english();
  }

  /** What is wrong with the text as an entity type; null when it is fine. */
  public static @Nullable NameMistake mistake(String value) {
    return Names.typeMistake(value);
  }

  @Override
  public int compareTo(EntityType other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
