package org.tidemark.server.record.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/** A record as it stands; {@code data} is null in a tombstone. */
public record RecordView(
    String space,
    String entityType,
    String id,
    int version,
    Instant updatedAt,
    boolean deleted,
    @Nullable Document data) {}
