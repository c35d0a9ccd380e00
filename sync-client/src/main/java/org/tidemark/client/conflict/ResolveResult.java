package org.tidemark.client.conflict;

import org.tidemark.client.replica.ConflictState;
import org.tidemark.core.record.MutationId;

/** What became of a person's decision on this device. */
public sealed interface ResolveResult {

  /** It is in force here and will travel as this mutation. */
  record Queued(MutationId mutation) implements ResolveResult {}

  /** The conflict waits for nobody any more. */
  record NotOpen(ConflictState state) implements ResolveResult {}

  /**
   * A side has changed since the person saw it, by an edit or a pull. Nothing was done; {@code now}
   * is what to show.
   */
  record ChangedMeanwhile(ConflictView now) implements ResolveResult {}

  /** There is no such conflict. */
  record Unknown() implements ResolveResult {}
}
