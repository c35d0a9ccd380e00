package org.tidemark.server.receipt.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.PriorOutcome;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;

/**
 * The stored answer to a mutation, and what later edits need to know of it.
 *
 * @param answer the item as text, without the names of mutation and record, and without its data
 *     where {@code dataAsSent}
 * @param dataAsSent the answer's data is the mutation's own, which a repeat brings along: the
 *     fingerprints are equal
 * @param clientData the client's side where the record's chain does not hold it; null also for a
 *     deletion
 */
public record Receipt(
    ClientId clientId,
    MutationId mutationId,
    Fingerprint fingerprint,
    @Nullable String space,
    @Nullable String entityType,
    @Nullable String id,
    SyncStatus status,
    @Nullable Integer version,
    @Nullable BaseClaim base,
    String answer,
    boolean dataAsSent,
    @Nullable String clientData,
    @Nullable Long sequence,
    Instant createdAt,
    Instant expiresAt) {

  /** Whether the mutation was one of the named record. */
  public boolean concerns(String space, String entityType, String id) {
    return space.equals(this.space) && entityType.equals(this.entityType) && id.equals(this.id);
  }

  /** What a later edit that builds on this mutation starts from; null where it tells nothing. */
  public @Nullable PriorOutcome outcome() {
    return base == null ? null : new PriorOutcome(mutationId, status, version, base);
  }
}
