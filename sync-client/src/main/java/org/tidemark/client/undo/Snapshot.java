package org.tidemark.client.undo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;

/** A local state that was overridden; without data the record was deleted. */
public record Snapshot(
    long id, RecordKey key, Instant takenAt, SnapshotReason reason, @Nullable Document data) {}
