package org.tidemark.client.retry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.Queued;
import org.tidemark.core.record.RecordKey;

/** What has to be known of a queued mutation to tell whether it is its turn. */
public record Head(
    long order,
    RecordKey key,
    boolean isResolution,
    Queued.Standing standing,
    @Nullable Instant nextAttempt,
    int bytes) {}
