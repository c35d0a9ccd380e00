package org.tidemark.client.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.Settlement;
import org.tidemark.client.replica.Settling;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.SyncStatus;

/** Writes what the answers to single mutations do. */
final class Verdicts {

  private final Entry entry;
  private final ConflictChanges conflicts;

  Verdicts(Entry entry) {
    this.entry = entry;
    this.conflicts = new ConflictChanges(entry);
  }

  /** Takes in an answer; tells why it must be asked for again, null when it is settled. */
  @Nullable Problem take(Queued mutation, ItemAnswer answer) throws SQLException {
    Replica before = entry.tables().records().find(mutation.key());
    List<Queued> others = new ArrayList<>();
    for (OutboxRow row : entry.tables().outbox().of(mutation.key())) {
      if (!row.queued().id().equals(mutation.id())) {
        others.add(row.queued());
      }
    }
    Settlement settlement =
        Settling.settle(before, mutation, others, answer, isClosed(answer), entry::newId);
    if (settlement.overridden()) {
      entry.snapshot(before, settlement.next(), reason(mutation, answer));
    }
    entry.store(settlement.next());
    for (Queued superseded : settlement.superseded()) {
      entry.tables().outbox().remove(superseded.order());
    }
    passOn(mutation, answer);
    Problem again = fate(mutation, settlement, answer);
    conflicts.follow(mutation, others, settlement, answer);
    entry.tell(new ClientEvent.RecordChanged(mutation.key()));
    return again;
  }

  private @Nullable Problem fate(Queued mutation, Settlement settlement, ItemAnswer answer)
      throws SQLException {
    switch (settlement.fate()) {
      case DONE -> entry.tables().outbox().remove(mutation.order());
      case REPLACED ->
          entry.tables().outbox().replace(Objects.requireNonNull(settlement.replacement()));
      case RETRIED -> {
        return problem(answer);
      }
      case PARKED, REFUSED -> {
        Problem problem = problem(answer);
        if (Failures.pauses(problem)) {
          return problem;
        }
        Queued.Standing standing =
            settlement.fate() == Settlement.Fate.REFUSED
                ? Queued.Standing.REFUSED
                : Queued.Standing.PARKED;
        entry.tables().outbox().stand(mutation.order(), standing, problem);
        entry.tell(new ClientEvent.Parked(mutation.key(), mutation.id().value(), problem));
      }
    }
    ErrorAnswer error = answer.error();
    if (settlement.fate() == Settlement.Fate.DONE && error != null) {
      entry.tell(new ClientEvent.Failed(Failures.problem(error)));
    }
    return null;
  }

  /**
   * What an answered mutation leaves as base to the edits that build on it: the same that the
   * server finds by its receipt. A sent base counts where no version is named.
   */
  private void passOn(Queued mutation, ItemAnswer answer) throws SQLException {
    switch (answer.status()) {
      case APPLIED -> entry.tables().outbox().succeed(mutation.id(), answer.version(), null);
      case MERGED, SERVER_WINS ->
          entry.tables().outbox().succeed(mutation.id(), null, mutation.data());
      case CONFLICT, REJECTED -> {}
    }
  }

  private boolean isClosed(ItemAnswer answer) throws SQLException {
    ConflictAnswer told = answer.conflict();
    return told != null && entry.tables().conflicts().closedAs(told.conflictId()) != null;
  }

  private static Problem problem(ItemAnswer answer) {
    ErrorAnswer error = answer.error();
    return error == null
        ? Problems.halfAnswer("a rejection without an error")
        : Failures.problem(error);
  }

  private static SnapshotReason reason(Queued mutation, ItemAnswer answer) {
    if (mutation.isResolution() || answer.status() == SyncStatus.CONFLICT) {
      return SnapshotReason.RESOLVED_ELSEWHERE;
    }
    return answer.status() == SyncStatus.SERVER_WINS
        ? SnapshotReason.SERVER_WINS
        : SnapshotReason.MERGED;
  }
}
