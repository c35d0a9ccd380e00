package org.tidemark.client.transport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.resolve.Resolution;

/** A conflict of this client that was closed, here or elsewhere. */
public record ClosedConflict(
    String conflictId,
    RecordKey key,
    Status status,
    @Nullable Resolution resolution,
    int version,
    String resolvedBy,
    Instant resolvedAt) {

  /** How it was closed. */
  public enum Status {
    RESOLVED,
    SUPERSEDED
  }
}
