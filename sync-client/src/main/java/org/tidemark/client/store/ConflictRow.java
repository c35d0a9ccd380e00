package org.tidemark.client.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;

/**
 * A conflict as the server described it, with what the chain was then: should a decision be taken
 * back, the chain goes on from there.
 */
public record ConflictRow(
    String id,
    RecordKey key,
    ConflictState state,
    Instant detectedAt,
    Conflict told,
    @Nullable MutationId tail,
    @Nullable Integer baseVersion,
    BaseClaim claim) {}
