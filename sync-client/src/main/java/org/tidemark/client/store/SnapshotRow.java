package org.tidemark.client.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;

/**
 * A local state that was overridden.
 *
 * @param id 0: not stored yet
 * @param data null: the record was deleted
 * @param undoes the fingerprint of the state that took its place
 */
public record SnapshotRow(
    long id,
    RecordKey key,
    Instant takenAt,
    SnapshotReason reason,
    @Nullable Document data,
    String undoes) {}
