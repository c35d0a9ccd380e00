package org.tidemark.client.conflict;

import java.time.Instant;
import org.tidemark.client.ledger.Fingerprints;
import org.tidemark.client.replica.ConflictNow;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.RecordKey;

/**
 * A conflict with both sides as they are now.
 *
 * <p>{@code conflict} holds the changed fields only, each with its base, server, local and
 * suggested value, and the version of the server's side that a decision counts against.
 */
public record ConflictView(
    String id, RecordKey key, ConflictState state, Instant detectedAt, Conflict conflict) {

  private static final int REVISION_DIGITS = 16;

  static ConflictView of(ConflictRow row, Replica replica, MergePolicy policy) {
    return new ConflictView(
        row.id(),
        row.key(),
        row.state(),
        row.detectedAt(),
        row.state() == ConflictState.OPEN
            ? ConflictNow.of(row.told(), replica, policy)
            : row.told());
  }

  /** A short name of what is shown: another one as soon as a side or the suggestion changes. */
  public String revision() {
    String shown =
        String.join(
            " ",
            id,
            Fingerprints.of(conflict.clientData()),
            Fingerprints.of(conflict.serverData()),
            Fingerprints.of(conflict.suggested()));
    return conflict.serverVersion() + "-" + Fingerprints.of(shown).substring(0, REVISION_DIGITS);
  }
}
