package org.tidemark.core.chain;

import org.tidemark.core.record.MutationId;

/** Where the state is kept that an edit started from. */
public sealed interface BaseRef {

  /** The edit started from nothing: its author never saw the record. */
  record None() implements BaseRef {}

  /** The edit started from a version of the record. */
  record Version(int version) implements BaseRef {}

  /** The edit started from what an earlier mutation of the same client had sent. */
  record ClientData(MutationId of) implements BaseRef {}

  BaseRef NONE = new None();
}
