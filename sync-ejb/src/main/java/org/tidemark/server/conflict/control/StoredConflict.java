package org.tidemark.server.conflict.control;

import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.receipt.boundary.ConflictAnswer;

/**
 * A conflict as it is kept.
 *
 * @param status OPEN, RESOLVED or SUPERSEDED
 * @param inputs what it was decided from
 */
public record StoredConflict(
    String conflictId,
    String status,
    RecordKey key,
    ClientId clientId,
    ConflictAnswer payload,
    DecisionInput inputs) {

  public boolean isOpen() {
    return status.equals("OPEN");
  }
}
