package org.tidemark.server.conflict.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.receipt.boundary.ConflictAnswer;

/** A conflict as the API shows it; {@code status} is OPEN, RESOLVED or SUPERSEDED. */
public record ConflictView(
    String conflictId,
    String status,
    String clientId,
    String space,
    String entityType,
    String id,
    Instant detectedAt,
    ConflictAnswer payload,
    @Nullable String resolution,
    @Nullable String resolvedBy,
    @Nullable Instant resolvedAt) {

  /** The same conflict with its sides as they are since the record moved on. */
  public ConflictView withPayload(ConflictAnswer fresh) {
    return new ConflictView(
        conflictId,
        status,
        clientId,
        space,
        entityType,
        id,
        detectedAt,
        fresh,
        resolution,
        resolvedBy,
        resolvedAt);
  }
}
