package org.tidemark.client.record;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.PolicyBook;
import org.tidemark.client.replica.Previews;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.store.SpaceTable;
import org.tidemark.client.store.Tables;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.RecordState;

/** Makes views of records. */
public final class Views {

  private final Tables tables;
  private final PolicyBook policies;

  public Views(Tables tables, PolicyBook policies) {
    this.tables = tables;
    this.policies = policies;
  }

  /** Shows a record; empty where there is none, or it is deleted. */
  public Optional<RecordView> show(Replica replica) throws SQLException {
    return Optional.ofNullable(of(replica));
  }

  public @Nullable RecordView of(Replica replica) throws SQLException {
    Document data = replica.local();
    if (data == null) {
      return null;
    }
    return new RecordView(
        replica.key(),
        data,
        replica.changedAt(),
        replica.serverVersion(),
        status(replica),
        preview(replica));
  }

  /** What {@link RecordView#shown} would say, without a look at the tables; null: no record. */
  public @Nullable Document shown(Replica replica) {
    Document data = replica.local();
    return data == null ? null : RecordView.shown(data, preview(replica));
  }

  private RecordStatus status(Replica replica) throws SQLException {
    ConflictRow conflict = tables.conflicts().waiting(replica.key());
    boolean open = conflict != null && conflict.state() == ConflictState.OPEN;
    if (replica.chain() == null) {
      return open ? RecordStatus.CONFLICT : RecordStatus.SYNCED;
    }
    SpaceTable.SpaceRow space = tables.spaces().find(replica.key().space());
    if (space != null && space.lostAt() != null) {
      return RecordStatus.READ_ONLY;
    }
    if (open) {
      return RecordStatus.CONFLICT;
    }
    for (OutboxRow row : tables.outbox().of(replica.key())) {
      if (row.queued().standing() != Queued.Standing.QUEUED) {
        return RecordStatus.PARKED;
      }
    }
    return RecordStatus.PENDING;
  }

  private @Nullable Preview preview(Replica replica) {
    if (replica.chain() == null) {
      return null;
    }
    MergePolicy policy = policies.of(replica.key().type(), replica.key().space());
    Verdict verdict = Previews.of(replica, policy);
    if (verdict == null) {
      return null;
    }
    return verdict.match(
        applied -> new Preview(SyncStatus.APPLIED, data(applied.record())),
        merged -> new Preview(SyncStatus.MERGED, merged.record().data()),
        wins -> new Preview(SyncStatus.SERVER_WINS, wins.record().data()),
        conflicted -> new Preview(SyncStatus.CONFLICT, replica.local()),
        rejected -> new Preview(SyncStatus.REJECTED, replica.local()));
  }

  private static @Nullable Document data(@Nullable RecordState state) {
    return state == null ? null : state.data();
  }
}
