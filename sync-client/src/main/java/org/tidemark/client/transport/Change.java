package org.tidemark.client.transport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;

/** A record's present state on the server; without data it is a tombstone. */
public record Change(
    RecordKey key, int version, Instant updatedAt, boolean deleted, @Nullable Document data) {}
