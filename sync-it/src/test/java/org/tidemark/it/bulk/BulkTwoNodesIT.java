package org.tidemark.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidemark.it.load.Servers;
import org.tidemark.it.server.TestServer;
import org.tidemark.launcher.Database;
import org.tidemark.launcher.SyncServer;

/** Two servers on one database: both work on bulk jobs, and each item is settled once. */
@Tag("exhaustive")
class BulkTwoNodesIT {
  private static final int MANY = 4_000;

  @SuppressWarnings("NullAway.Init")
  private static TestServer first;

  @SuppressWarnings("NullAway.Init")
  private static SyncServer second;

  @BeforeAll
  static void start() {
    first = TestServer.start(Map.of("SYNC_NODE", "first"));
    var database = first.server().database();
    var shared = new Database.External(database.jdbcUrl(), database.user(), database.password());
    String key = first.server().identity().publicKey().toAbsolutePath().toString();
    second =
        SyncServer.start(
            Servers.fresh("bulk-second")
                .withDatabase(Optional.of(shared))
                .withEnvironment(Map.of("SYNC_NODE", "second", "SYNC_JWT_PUBLIC_KEY", key)));
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
  }

  @Test
  void job_onTwoNodes_ofWhichOneDies_settlesEachItemOnce() {
    ManyConflicts many = ManyConflicts.make(first, MANY);
    Job job = Job.triedOut(many, "KEEP_CLIENT");
    job.become("RUNNING");
    job.awaitItems(400, "SETTLED");
    second.kill();
    job.await("DONE");
    assertThat(many.records("version = 3 and data like '%110%'")).isEqualTo(MANY);
    assertThat(job.trail("conflict.KEEP_CLIENT")).isEqualTo(MANY);
    second.restart();

    job.become("UNDOING");
    job.await("UNDONE");
    assertThat(many.records("version = 4 and data like '%120%'")).isEqualTo(MANY);
    assertThat(job.trail("conflict.reopen")).isEqualTo(MANY);
    assertThat(first.loggedErrors()).isEmpty();
  }
}
