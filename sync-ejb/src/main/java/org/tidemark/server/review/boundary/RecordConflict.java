package org.tidemark.server.review.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.ConflictType;

/**
 * A conflict that a record has or had, without its sides.
 *
 * @param status OPEN, RESOLVED or SUPERSEDED
 * @param user who made the edit that clashed
 * @param resolution what was decided; null: nothing was, or by a later edit of the device
 * @param endedBy who decided, or made the later edit; null: it is open
 * @param endedAt null: it is open
 */
public record RecordConflict(
    String conflictId,
    String status,
    String clientId,
    String user,
    ConflictType kind,
    Instant detectedAt,
    @Nullable String resolution,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {}
