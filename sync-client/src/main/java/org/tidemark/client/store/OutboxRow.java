package org.tidemark.client.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.replica.Queued;

/** A queued mutation with how its sending went. */
public record OutboxRow(
    Queued queued, int attempts, @Nullable Instant nextAttempt, @Nullable Problem problem) {}
