package org.tidemark.client.conflict;

import java.util.OptionalLong;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.core.record.MutationId;

/** What became on this device of a person's decision, or of giving a conflict up. */
public sealed interface ResolveResult {

  /**
   * It is in force here and will travel as this mutation.
   *
   * @param localUndo the snapshot of the local side, where the decision did not take that
   * @param serverUndo the same of the server's side
   */
  record Queued(MutationId mutation, OptionalLong localUndo, OptionalLong serverUndo)
      implements ResolveResult {}

  /**
   * It was given up, as {@link Conflicts#dismiss} does: it waits for nobody any more, and nothing
   * travels.
   *
   * @param localUndo the snapshot of the local side, where that went with it; it does not while
   *     edits of the record wait in the outbox, nor where the record was deleted here
   */
  record Dismissed(OptionalLong localUndo) implements ResolveResult {}

  /** It can't be given up, since it can be decided. Nothing was done. */
  record Decidable() implements ResolveResult {}

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
