package org.tidemark.client.outbox;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.LocalChain;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.store.SpaceTable;
import org.tidemark.core.record.MutationId;

/** Gives a parked mutation up; what it made of the record is kept as a snapshot. */
final class Dismissing {

  private final Entry entry;

  Dismissing(Entry entry) {
    this.entry = entry;
  }

  boolean dismiss(MutationId id) throws SQLException {
    OutboxRow row = entry.tables().outbox().find(id);
    if (row == null || row.queued().standing() == Queued.Standing.QUEUED) {
      return false;
    }
    Queued given = row.queued();
    entry.tables().outbox().remove(given.order());
    reopen(given);
    if (given.standing() == Queued.Standing.PARKED && given.isSent()) {
      removeFollowers(given);
    }
    Replica before = entry.tables().records().find(given.key());
    Queued last = Entry.last(entry.tables().outbox().of(given.key()));
    LocalChain chain = remaining(before, given, last);
    Replica after =
        chain == null && isLost(given) ? Replica.unknown(given.key()) : before.with(chain);
    keep(given, before, after);
    entry.store(after);
    entry.tell(new ClientEvent.RecordChanged(given.key()));
    return true;
  }

  /** Keeps what the mutation made, and what the record is now, should that be another state. */
  private void keep(Queued given, Replica before, Replica after) throws SQLException {
    if (!given.isResolution()) {
      entry.keep(given.data(), after, SnapshotReason.DISMISSED);
    }
    if (given.isResolution() || !before.shows(given.data())) {
      entry.snapshot(before, after, SnapshotReason.DISMISSED);
    }
  }

  /**
   * Whether the server has done it is not known, so what was built on it has no base that is known:
   * merged from an older one, what it shares with it would count twice. The snapshot has it all.
   */
  private void removeFollowers(Queued given) throws SQLException {
    for (OutboxRow row : entry.tables().outbox().of(given.key())) {
      if (row.queued().order() > given.order()) {
        entry.tables().outbox().remove(row.queued().order());
        reopen(row.queued());
      }
    }
  }

  /** A decision that is given up leaves its conflict open, unless another one has closed it. */
  private void reopen(Queued given) throws SQLException {
    Queued.Decision decision = given.decision();
    ConflictRow conflict =
        decision == null ? null : entry.tables().conflicts().find(decision.conflictId());
    if (conflict == null || conflict.state() != ConflictState.DECIDED) {
      return;
    }
    ConflictState closed = entry.tables().conflicts().closedAs(conflict.id());
    if (closed != null) {
      entry.tables().conflicts().become(conflict.id(), closed, entry.now());
      return;
    }
    entry.tables().conflicts().become(conflict.id(), ConflictState.OPEN, entry.now());
    entry.tell(new ClientEvent.ConflictOpened(given.key(), conflict.id()));
  }

  /** What is left of the chain; null: nothing, so that the record is as the server has it. */
  private @Nullable LocalChain remaining(Replica before, Queued given, @Nullable Queued last)
      throws SQLException {
    ConflictRow conflict = entry.tables().conflicts().waiting(given.key());
    LocalChain chain = before.chain();
    if (chain == null || (last != null && (last.order() > given.order() || last.isResolution()))) {
      return chain;
    }
    if (last != null) {
      return new LocalChain(
          last.data(),
          last.editedAt(),
          chain.baseVersion(),
          chain.claim(),
          chain.base(),
          chain.tail());
    }
    return conflict == null ? null : asTold(conflict);
  }

  private static LocalChain asTold(ConflictRow conflict) {
    return new LocalChain(
        conflict.told().clientData(),
        conflict.told().clientUpdatedAt(),
        conflict.baseVersion(),
        conflict.claim(),
        conflict.told().baseData(),
        conflict.tail());
  }

  /** Whether the edit's space was lost, of which nothing clean is kept. */
  private boolean isLost(Queued given) throws SQLException {
    SpaceTable.SpaceRow space = entry.tables().spaces().find(given.key().space());
    return space != null && space.lostAt() != null;
  }
}
