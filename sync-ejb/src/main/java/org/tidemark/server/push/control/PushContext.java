package org.tidemark.server.push.control;

import java.time.Duration;
import java.time.Instant;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.time.EffectiveTimes;
import org.tidemark.server.identity.Caller;

/**
 * What all mutations of a batch have in common.
 *
 * @param times every time of the batch, corrected for the client's clock
 * @param receiptLife how long the answers are kept
 */
public record PushContext(
    Caller caller,
    ClientId clientId,
    EffectiveTimes times,
    Instant receivedAt,
    Duration receiptLife) {}
