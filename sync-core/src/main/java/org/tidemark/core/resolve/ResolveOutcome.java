package org.tidemark.core.resolve;

import org.tidemark.core.decide.Conflict;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.RecordState;

/** What becomes of a resolution. */
public sealed interface ResolveOutcome {

  /** The conflict closes with a new version of the record. */
  record Written(RecordState next) implements ResolveOutcome {}

  /** The conflict closes, and the record stands as it is. */
  record Closed() implements ResolveOutcome {}

  /** The record moved on since the person looked; nothing is written, the conflict is renewed. */
  record MovedOn(Conflict fresh) implements ResolveOutcome {}

  /** The resolution is refused. */
  record Rejected(Rejection rejection) implements ResolveOutcome {}
}
