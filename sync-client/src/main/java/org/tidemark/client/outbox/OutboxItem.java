package org.tidemark.client.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;

/**
 * A queued mutation.
 *
 * @param nextAttempt when it is tried next; null: at once, or never where it is parked
 * @param problem why the last attempt failed; null: none failed
 */
public record OutboxItem(
    MutationId id,
    RecordKey key,
    String kind,
    @Nullable Document data,
    OutboxState state,
    Instant editedAt,
    int attempts,
    @Nullable Instant nextAttempt,
    @Nullable Problem problem) {}
