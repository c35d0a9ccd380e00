package org.tidemark.client.upload;

import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.engine.Failures;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.retry.Backoff;
import org.tidemark.client.settings.RetrySettings;
import org.tidemark.client.store.Tables;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.transfer.Standing;

/** What is written about an upload, always with the news of it. */
final class Changes {

  private Changes() {}

  /** The upload, where it still goes on by itself. */
  static @Nullable UploadRow active(Entry entry, String id) throws SQLException {
    UploadRow row = entry.tables().uploads().find(id);
    return row != null && row.transfer().standing() == Standing.ACTIVE ? row : null;
  }

  /** Whether it goes on by itself. */
  static boolean goes(Tables tables, String id) throws SQLException {
    UploadRow row = tables.uploads().find(id);
    return row != null && row.transfer().standing() == Standing.ACTIVE;
  }

  static void tell(Entry entry, String id) throws SQLException {
    UploadRow row = entry.tables().uploads().find(id);
    if (row != null) {
      entry.tell(
          new ClientEvent.UploadChanged(
              id, row.transfer().record(), row.transfer().state(), row.problem()));
    }
  }

  static void stand(Entry entry, String id, Standing standing, @Nullable Problem problem)
      throws SQLException {
    entry.tables().uploads().stand(id, standing, problem);
    tell(entry, id);
  }

  /** Notes what it waits for, and tells it once. */
  static void note(Entry entry, UploadRow row, Problem problem) throws SQLException {
    Problem known = row.problem();
    if (known == null || !known.code().equals(problem.code())) {
      entry.tables().uploads().attempted(row.id(), row.attempts(), row.nextAttempt(), problem);
      tell(entry, row.id());
    }
  }

  /** Makes due now what waits because of certain problems, unless the server named the time. */
  static void hurry(Ledger ledger, Predicate<Problem> which) {
    ledger.write(
        "hurry uploads",
        entry -> {
          for (UploadRow row : entry.tables().uploads().all()) {
            Problem problem = row.problem();
            if (problem == null || which.test(problem)) {
              hurry(entry, row);
            }
          }
        });
  }

  /** Makes one due now that still goes on by itself; false where it does not wait for a time. */
  static boolean hurry(Entry entry, String id) throws SQLException {
    UploadRow row = active(entry, id);
    boolean done = row != null && hurry(entry, row);
    if (done) {
      tell(entry, id);
    }
    return done;
  }

  private static boolean hurry(Entry entry, UploadRow row) throws SQLException {
    Problem problem = row.problem();
    boolean isAsked = problem != null && problem.retryAfter() != null;
    boolean waits = row.nextAttempt() != null && !isAsked;
    if (waits) {
      entry.tables().uploads().hurry(row.id());
    }
    return waits;
  }

  /** Counts a failed attempt; after the last one a person must look at it. */
  static void attempted(Entry entry, UploadRow row, Problem problem) throws SQLException {
    RetrySettings retry = entry.settings().retry();
    int attempts = row.attempts() + 1;
    if (attempts >= retry.attempts() && !Failures.isOfTheWay(problem)) {
      entry.tables().uploads().attempted(row.id(), attempts, null, problem);
      stand(entry, row.id(), Standing.PARKED, Problems.exhausted(problem, attempts));
      return;
    }
    double random = entry.settings().environment().jitter().next();
    Instant next =
        entry.now().plus(Backoff.delay(retry, row.attempts(), random, problem.retryAfter()));
    entry.tables().uploads().attempted(row.id(), attempts, next, problem);
    tell(entry, row.id());
  }

  /** The server has given it up, so that it is sent from its beginning; that is an attempt too. */
  static void beginAnew(Entry entry, UploadRow row, Problem problem) throws SQLException {
    entry.tables().uploads().beginAnew(row.id(), entry.settings().environment().ids().next());
    attempted(entry, row, problem);
  }
}
