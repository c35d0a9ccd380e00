package org.tidemark.core.json;

import org.jspecify.annotations.Nullable;

/** A JSON value as a host received it: not given, accepted, or given but not acceptable. */
public sealed interface JsonInput {

  /** The value was not given. */
  record Absent() implements JsonInput {}

  /** The value was read. */
  record Valid(Json value) implements JsonInput {}

  /** The value was consumed but breaks a rule of {@link JsonReader}. */
  record Invalid(String pointer, String reason) implements JsonInput {}

  JsonInput ABSENT = new Absent();

  static JsonInput of(@Nullable Json value) {
    return value == null ? ABSENT : new Valid(value);
  }

  /** The value, or null when none was given: absent and JSON null are the same to a host. */
  default @Nullable Json valueOrNull() {
    return this instanceof Valid valid && valid.value() != JsonNull.INSTANCE ? valid.value() : null;
  }

  /** Whether nothing was given; JSON null counts as nothing. */
  default boolean isAbsent() {
    return this instanceof Absent
        || (this instanceof Valid valid && valid.value() == JsonNull.INSTANCE);
  }
}
