package org.tidemark.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.problem.Problem;

/**
 * How the client stands.
 *
 * @param lastPull when a pull last came to its end; null: never
 * @param problem what keeps the client from syncing; null: nothing
 */
public record Status(
    SyncState state,
    long records,
    int pending,
    int parked,
    int conflicts,
    @Nullable Instant lastPull,
    @Nullable Problem problem) {}
