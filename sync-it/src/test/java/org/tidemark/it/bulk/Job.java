package org.tidemark.it.bulk;

import java.time.Duration;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.TestServer;

/** A bulk job that a test begins and moves on as the console does, without its pages. */
record Job(TestServer server, String id) {
  private static final Duration BOUND = Duration.ofMinutes(4);

  private static final String ITEMS =
      """
      insert into bulk_item (job_id, ord, space, conflict_id, entity_type, id, again, state)
      select ?, row_number() over (order by detected_at, conflict_id), space, conflict_id,
             entity_type, id, false, 'WAITING'
        from conflict where space = ? and status = 'OPEN'
      """;

  /** Tries a choice out for all of these conflicts, and waits for the end of it. */
  static Job triedOut(ManyConflicts conflicts, String choice) {
    TestServer server = conflicts.server();
    Job job = new Job(server, TestServer.unique("job"));
    server.execute(
        """
        insert into bulk_job (id, state, choice, origin, total, created_by, created_at, actor,
                              changed_at)
        values (?, 'READY', ?, 'queue.xhtml', ?, 'admin', now(), 'admin', now())
        """,
        job.id(),
        choice,
        conflicts.count());
    server.execute(ITEMS, job.id(), conflicts.space());
    job.become("CHECKING");
    job.await("READY");
    return job;
  }

  void become(String state) {
    server.execute("update bulk_job set state = ?, changed_at = now() where id = ?", state, id);
  }

  void await(String state) {
    Await.until("job is " + state, BOUND, () -> state().equals(state));
  }

  void awaitItems(long least, String state) {
    Await.until(least + " items are " + state, BOUND, () -> items(state) >= least);
  }

  String state() {
    return server.text("select state from bulk_job where id = ?", id);
  }

  long items(String state) {
    return server.number(
        "select count(*) from bulk_item where job_id = ? and state = ?", id, state);
  }

  /** Counts what the audit trail has of this job. */
  long trail(String action) {
    return server.number(
        "select count(*) from audit where correlation_id = ? and action = ?", id, action);
  }
}
