package org.tidemark.client.engine;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.retry.Backoff;
import org.tidemark.client.settings.RetrySettings;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.core.record.MutationId;

/**
 * Marks what a batch brought. All answers of a batch are taken in together; a crash before that
 * leaves the mutations as sent, and they are asked for again under the same names.
 */
final class Mark {

  private final Ledger ledger;

  Mark(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Takes in the answers; tells how many mutations are settled. */
  int mark(Batch batch, PushAnswer answer) {
    Map<MutationId, ItemAnswer> answers = new HashMap<>();
    answer.results().forEach(item -> answers.put(item.mutationId(), item));
    return ledger.change("mark", entry -> mark(entry, batch, answers));
  }

  private int mark(Entry entry, Batch batch, Map<MutationId, ItemAnswer> answers)
      throws SQLException {
    int settled = 0;
    Verdicts verdicts = new Verdicts(entry);
    for (Queued sent : batch.mutations()) {
      OutboxRow row = entry.tables().outbox().find(sent.id());
      if (row == null) {
        continue;
      }
      ItemAnswer item = answers.get(sent.id());
      Problem again = item == null ? leftOut() : verdicts.take(row.queued(), item);
      if (again == null) {
        settled++;
      } else if (!Failures.pauses(again)) {
        attempted(entry, row, again);
      }
    }
    entry.tell(new ClientEvent.Pushed(settled, entry.tables().outbox().countQueued()));
    return settled;
  }

  private static Problem leftOut() {
    return Problems.halfAnswer("the answer left this mutation out");
  }

  /** The request failed; whether the server did anything is not known. */
  void markFailed(Batch batch, Problem problem) {
    ledger.write(
        "mark failed",
        entry -> {
          for (OutboxRow row : rows(entry, batch)) {
            attempted(entry, row, problem);
          }
        });
  }

  /** The server refused the request for good, and there was only one mutation in it. */
  void markRefused(Batch batch, Problem problem) {
    ledger.write(
        "mark refused",
        entry -> {
          for (OutboxRow row : rows(entry, batch)) {
            park(entry, row.queued(), problem);
          }
        });
  }

  private static List<OutboxRow> rows(Entry entry, Batch batch) throws SQLException {
    List<OutboxRow> rows = new ArrayList<>();
    for (Queued sent : batch.mutations()) {
      OutboxRow row = entry.tables().outbox().find(sent.id());
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void attempted(Entry entry, OutboxRow row, Problem problem) throws SQLException {
    RetrySettings retry = ledger.settings().retry();
    int attempts = row.attempts() + 1;
    Instant next = null;
    if (attempts < retry.attempts() || Failures.isOfTheWay(problem)) {
      double random = ledger.settings().environment().jitter().next();
      next = entry.now().plus(Backoff.delay(retry, row.attempts(), random, problem.retryAfter()));
    }
    entry.tables().outbox().attempted(row.queued().order(), attempts, next, problem);
    if (next == null) {
      park(entry, row.queued(), Problems.exhausted(problem, attempts));
    }
  }

  private static void park(Entry entry, Queued queued, @Nullable Problem problem)
      throws SQLException {
    entry.tables().outbox().stand(queued.order(), Queued.Standing.PARKED, problem);
    if (problem != null) {
      entry.tell(new ClientEvent.Parked(queued.key(), queued.id().value(), problem));
    }
  }
}
