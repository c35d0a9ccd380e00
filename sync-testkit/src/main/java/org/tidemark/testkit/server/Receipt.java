package org.tidemark.testkit.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.PriorOutcome;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;

/**
 * The stored answer to a mutation, and what later edits need to know of it.
 *
 * @param side the client's data where the record's chain does not hold it; null also for a deletion
 */
public record Receipt(
    ClientId clientId,
    MutationId mutationId,
    Fingerprint fingerprint,
    RecordKey key,
    ItemAnswer answer,
    @Nullable BaseClaim base,
    @Nullable Document side,
    @Nullable Long sequence,
    Instant expiresAt) {

  /** What a later edit of the same record starts from; null where this tells nothing. */
  @Nullable PriorOutcome outcomeFor(RecordKey record) {
    BaseClaim known = base;
    return known == null || !key.equals(record)
        ? null
        : new PriorOutcome(mutationId, answer.status(), answer.version(), known);
  }
}
