package org.tidemark.server.push.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.receipt.control.Receipt;
import org.tidemark.server.receipt.control.ReceiptStore;
import org.tidemark.server.record.control.RevisionStore;
import org.tidemark.server.record.control.RevisionStore.RevisionName;

/**
 * Finds the states that edits started from: in the batch itself, or fetched beforehand for the
 * whole batch in at most two statements.
 */
final class BaseFinder {
  private final Set<RevisionName> wantedRevisions = new HashSet<>();
  private final Set<String> wantedSides = new HashSet<>();
  private Map<RevisionName, BaseState> revisions = Map.of();
  private final Map<MutationId, Optional<Document>> sides = new HashMap<>();

  /** Notes what a claim will need that the record as found does not show. */
  void want(WorkingRecord record, BaseClaim claim) {
    if (claim.ref() instanceof BaseRef.Version version) {
      if (record.version(version.version()) == null && record.current() != null) {
        wantedRevisions.add(new RevisionName(record.key(), version.version()));
      }
    } else if (claim.ref() instanceof BaseRef.ClientData side) {
      wantedSides.add(side.of().value());
    }
  }

  void fetch(
      Connection connection,
      SpaceId space,
      ClientId clientId,
      ReceiptStore receiptStore,
      RevisionStore revisionStore)
      throws SQLException {
    revisions = revisionStore.find(connection, space, wantedRevisions);
    if (!wantedSides.isEmpty()) {
      for (Receipt receipt : receiptStore.find(connection, clientId, wantedSides).values()) {
        remember(receipt.mutationId(), receipt.clientData());
      }
    }
  }

  /** Remembers the side of a mutation that lost or was merged; null: a deletion. */
  void remember(MutationId mutation, @Nullable String clientData) {
    sides.put(mutation, Optional.ofNullable(clientData).map(Document::ofCanonical));
  }

  BaseState find(WorkingRecord record, BaseClaim claim) {
    if (claim.ref() instanceof BaseRef.Version version) {
      RecordState state = record.version(version.version());
      if (state == null) {
        return revisions.getOrDefault(
            new RevisionName(record.key(), version.version()), BaseState.UNKNOWN);
      }
      return state.data() == null
          ? BaseState.ABSENT
          : new BaseState.Known(state.data(), state.fieldTimes());
    }
    if (claim.ref() instanceof BaseRef.ClientData side) {
      Optional<Document> data = sides.get(side.of());
      if (data == null) {
        return BaseState.UNKNOWN;
      }
      return data.<BaseState>map(BaseState.Known::new).orElse(BaseState.ABSENT);
    }
    return BaseState.ABSENT;
  }
}
