package org.tidemark.core.chain;

import org.tidemark.core.json.Document;

/** The base as the store gave it back. */
public sealed interface BaseState {

  /** The history that held it was trimmed, or nobody loaded it. */
  record Unknown() implements BaseState {}

  /** The record did not exist, or was deleted. */
  record Absent() implements BaseState {}

  /** The data that the edit started from. */
  record Known(Document data) implements BaseState {}

  BaseState UNKNOWN = new Unknown();
  BaseState ABSENT = new Absent();
}
