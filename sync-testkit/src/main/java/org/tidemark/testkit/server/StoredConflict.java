package org.tidemark.testkit.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.resolve.Resolution;

/**
 * A conflict as it is kept.
 *
 * @param inputs what it was decided from
 * @param closed how it was closed; null: it is open
 */
public record StoredConflict(
    String id,
    RecordKey key,
    ClientId clientId,
    Conflict conflict,
    DecisionInput inputs,
    Instant detectedAt,
    @Nullable Closed closed) {

  /**
   * The end of a conflict.
   *
   * @param resolution the person's choice; null: a later edit superseded it
   */
  public record Closed(
      @Nullable Resolution resolution, int version, String by, Instant at, long seq) {}

  public boolean isOpen() {
    return closed == null;
  }

  StoredConflict closedAs(Closed end) {
    return new StoredConflict(id, key, clientId, conflict, inputs, detectedAt, end);
  }
}
