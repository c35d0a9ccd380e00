package org.tidemark.client.transport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.MutationId;

/**
 * The answer to one mutation: its verdict and the server's state after it.
 *
 * <p>There is no version where nothing was written or where a deletion found nothing.
 */
public record ItemAnswer(
    MutationId mutationId,
    SyncStatus status,
    @Nullable Integer version,
    @Nullable Instant updatedAt,
    boolean deleted,
    @Nullable Document data,
    @Nullable ConflictAnswer conflict,
    @Nullable ErrorAnswer error) {}
