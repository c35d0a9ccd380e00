package org.tidemark.core.chain;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.FieldTimes;

/** The base as the store gave it back. */
public sealed interface BaseState {

  /** The history that held it was trimmed, or nobody loaded it. */
  record Unknown() implements BaseState {}

  /** The record did not exist, or was deleted. */
  record Absent() implements BaseState {}

  /**
   * The data that the edit started from, and the times of its fields where they were kept.
   *
   * <p>With them a field that was changed and changed back counts as changed.
   */
  record Known(Document data, @Nullable FieldTimes times) implements BaseState {
    public Known(Document data) {
      this(data, null);
    }
  }

  BaseState UNKNOWN = new Unknown();
  BaseState ABSENT = new Absent();
}
