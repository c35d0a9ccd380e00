package org.tidemark.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tidemark.it.server.TestServer;

/** The server is killed in the middle of bulk jobs: they go on, and each item is settled once. */
class BulkKilledIT {
  private static final int MANY = 3_000;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void serverKilled_inTheMiddle_jobGoesOn_eachItemOnce() throws SQLException {
    ManyConflicts many = ManyConflicts.make(server, MANY);
    Job job = Job.triedOut(many, "KEEP_CLIENT");
    try (Connection connection = server.connection();
        Statement statement = connection.createStatement()) {
      // However quick the job is, it does not get past the last of them.
      connection.setAutoCommit(false);
      statement.execute(
          "select 1 from record where space = '%s' and id = 'copy-%d' for update"
              .formatted(many.space(), MANY - 1));
      job.become("RUNNING");
      job.awaitItems(400, "SETTLED");
      server.server().kill();
    }
    server.awaitNoConnection();
    assertThat(job.state()).isEqualTo("RUNNING");
    assertThat(many.records("version = 3"))
        .as("what was written was noted, and nothing else")
        .isEqualTo(job.items("SETTLED"))
        .isEqualTo(many.conflicts("status = 'RESOLVED'"))
        .isLessThan(MANY);
    server.server().restart();
    job.await("DONE");
    assertThat(job.items("SETTLED")).isEqualTo(MANY);
    assertThat(many.records("version = 3 and data like '%110%'")).isEqualTo(MANY);
    assertThat(job.trail("conflict.KEEP_CLIENT")).isEqualTo(MANY);

    job.become("UNDOING");
    job.awaitItems(400, "UNDONE");
    server.server().kill();
    server.server().restart();
    job.await("UNDONE");
    assertThat(many.records("version = 4 and data like '%120%'")).isEqualTo(MANY);
    assertThat(job.trail("conflict.reopen")).isEqualTo(MANY);
  }
}
