package org.tidemark.server.conflict.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.record.control.Writer;

/**
 * A conflict to keep.
 *
 * @param inputs every input of the decision, as text
 * @param superseded whether a later mutation of the same batch has closed it already
 * @param successor the conflict that took its place; null: none
 */
public record NewConflict(
    String conflictId,
    RecordKey key,
    Writer author,
    Conflict conflict,
    String inputs,
    Instant detectedAt,
    boolean superseded,
    @Nullable String successor) {

  /** The same conflict, closed by a later mutation of its batch. */
  public NewConflict supersededBy(@Nullable String successorId) {
    return new NewConflict(
        conflictId, key, author, conflict, inputs, detectedAt, true, successorId);
  }
}
