package org.tidemark.core.chain;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.MutationId;

/**
 * How the mutation ended that another one names as its previous.
 *
 * <p>{@code producedVersion} is the version of the server's state after an APPLIED one; null when
 * it deleted what never was. A resolution that kept the server's side counts as APPLIED with the
 * version that it found.
 */
public record PriorOutcome(
    MutationId id, SyncStatus status, @Nullable Integer producedVersion, BaseClaim base) {}
