package org.tidemark.client.undo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;

/**
 * A state that was replaced on this device: the local one, or with {@link
 * SnapshotReason#RESOLVED_SERVER_SIDE} the server's side of a conflict. Without data the record was
 * deleted.
 */
public record Snapshot(
    long id, RecordKey key, Instant takenAt, SnapshotReason reason, @Nullable Document data) {}
