package org.tidemark.server.audit.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action: who, when, on what, what before and what after.
 *
 * @param before null: nothing, or an action that changes nothing
 * @param after null: nothing; of a search, what was searched for
 * @param correlationId names the request, as in the log
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String action,
    @Nullable String space,
    @Nullable String entityType,
    @Nullable String recordId,
    @Nullable String conflictId,
    @Nullable String before,
    @Nullable String after,
    String correlationId) {}
