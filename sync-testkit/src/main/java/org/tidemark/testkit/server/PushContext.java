package org.tidemark.testkit.server;

import java.time.Instant;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.time.EffectiveTimes;

/** What all mutations of a batch have in common; {@code expiresAt} is the end of its receipts. */
record PushContext(
    Caller caller,
    ClientId clientId,
    EffectiveTimes times,
    Instant receivedAt,
    Instant expiresAt) {}
