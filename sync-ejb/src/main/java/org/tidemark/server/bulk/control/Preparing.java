package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.bulk.boundary.BulkJob;
import org.tidemark.server.bulk.boundary.BulkSelection;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;

/** Makes jobs, drops them, and says so in the audit trail. */
@ApplicationScoped
public class Preparing {
  /** Conflicts of one job. */
  static final int MOST_ITEMS = 50_000;

  /** Jobs that have not come to an end, of everybody. */
  static final int MOST_JOBS = 10;

  private static final int LONGEST_ORIGIN = 4_000;

  @Inject private JobStore jobs;
  @Inject private ItemStore items;
  @Inject private AuditTrail audit;

  public String prepare(
      Connection connection, Caller caller, BulkChoice choice, BulkSelection selection, Instant now)
      throws SQLException {
    if (selection.origin().length() > LONGEST_ORIGIN) {
      throw Failures.invalid("/origin", "must have at most " + LONGEST_ORIGIN + " characters");
    }
    if (jobs.unended(connection) >= MOST_JOBS) {
      throw Failures.bulkTooMany(MOST_JOBS);
    }
    String id = UUID.randomUUID().toString();
    jobs.insert(connection, id, choice, selection.origin(), caller.user(), now);
    int total = items.freeze(connection, id, selection, MOST_ITEMS);
    if (total == 0) {
      throw Failures.bulkEmpty();
    }
    if (total > MOST_ITEMS) {
      throw Failures.bulkTooLarge(MOST_ITEMS);
    }
    jobs.setTotal(connection, id, total);
    audit.space(caller, "bulk.prepare", null, null, words(id, choice, selection.origin(), total));
    return id;
  }

  /** Drops a job that has settled nothing yet; its items go by and by. */
  public boolean drop(Connection connection, Caller caller, BulkJob job, Instant now)
      throws SQLException {
    if (!jobs.forget(connection, job.id(), job.state(), caller.user(), now)) {
      throw Failures.bulkNotSo(job.state().name());
    }
    note(caller, "bulk.stop", job);
    return true;
  }

  /** Says in the audit trail what somebody did with a job. */
  public void note(Caller caller, String action, BulkJob job) {
    audit.space(
        caller,
        action,
        null,
        job.state().name(),
        words(job.id(), job.choice(), job.origin(), job.total()));
  }

  private static String words(String id, BulkChoice choice, String origin, int total) {
    return CanonicalJson.print(
        JsonObject.EMPTY
            .with("job", new JsonString(id))
            .with("choice", new JsonString(choice.name()))
            .with("from", new JsonString(origin))
            .with("conflicts", JsonNumber.of(total)));
  }
}
