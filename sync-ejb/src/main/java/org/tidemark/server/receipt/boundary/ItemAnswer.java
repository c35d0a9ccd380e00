package org.tidemark.server.receipt.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;

/**
 * The answer to one mutation, a {@code SyncResultItem}: given again unchanged when the mutation
 * comes again.
 *
 * @param space space, type and id as sent, with the space filled in; null where nothing usable was
 *     sent
 * @param version the record's version after this mutation; null where there is no such record
 */
public record ItemAnswer(
    String clientMutationId,
    SyncStatus status,
    @Nullable String space,
    @Nullable String entityType,
    @Nullable String id,
    @Nullable Integer version,
    @Nullable Instant updatedAt,
    @Nullable Boolean deleted,
    @Nullable Document data,
    @Nullable ConflictAnswer conflict,
    @Nullable ErrorAnswer error) {}
