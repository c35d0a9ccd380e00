package org.tidemark.server.policy.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.sentence.Sentence;

/**
 * What a policy would have made of an edit that became a conflict, from all that was known then.
 *
 * @param outcome what the record would have become; null: nothing, or no one state
 * @param why which rule says so
 */
public record PolicyReplay(
    String conflictId,
    String space,
    String id,
    Instant detectedAt,
    SyncStatus status,
    @Nullable Document outcome,
    Sentence why) {}
