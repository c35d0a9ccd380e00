package org.tidemark.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;
import org.tidemark.it.statement.StatementLog;

/** A bulk job over very many conflicts: each has its result, and a part of it few statements. */
@ExtendWith(WithServer.class)
class BulkScaleIT {
  /** BEGIN and COMMIT included. */
  private static final int HANDFUL = 16;

  private static final int MANY = 20_000;
  private final TestServer server;

  BulkScaleIT(TestServer server) {
    this.server = server;
  }

  @Test
  void twentyThousand_areSettledAndTakenBack_eachOnce() {
    ManyConflicts many = ManyConflicts.make(server, MANY);
    Job job = Job.triedOut(many, "KEEP_CLIENT");
    assertThat(job.items("FIT")).isEqualTo(MANY);

    job.become("RUNNING");
    job.await("DONE");
    assertThat(job.items("SETTLED")).isEqualTo(MANY);
    assertThat(many.records("version = 3 and data like '%110%'")).isEqualTo(MANY);
    assertThat(many.conflicts("status = 'RESOLVED' and resolved_version = 3")).isEqualTo(MANY);
    assertThat(job.trail("conflict.KEEP_CLIENT")).isEqualTo(MANY);
    assertThat(places(many)).as("each has a place of its own in the feed").isEqualTo(2 * MANY);

    job.become("UNDOING");
    job.await("UNDONE");
    assertThat(job.items("UNDONE")).isEqualTo(MANY);
    assertThat(many.records("version = 4 and data like '%120%'")).isEqualTo(MANY);
    assertThat(many.conflicts("status = 'OPEN' and payload like '%\"serverVersion\":4%'"))
        .isEqualTo(MANY);
    assertThat(job.trail("conflict.reopen")).isEqualTo(MANY);
  }

  private long places(ManyConflicts many) {
    return server.number(
        """
        select count(distinct seq)
          from (select seq from record where space = ?
                union all select seq from conflict where space = ? and seq is not null) all_of_them
        """,
        many.space(),
        many.space());
  }

  @Test
  void part_ofAJob_isAHandfulOfStatements() throws Exception {
    ManyConflicts many = ManyConflicts.make(server, 450);
    List<List<String>> parts;
    configure("alter system set log_statement = 'all'");
    try {
      Path log = server.file("log/postgresql.log");
      long from = Files.size(log);
      Job job = Job.triedOut(many, "KEEP_CLIENT");
      job.become("RUNNING");
      job.await("DONE");
      job.become("UNDOING");
      job.await("UNDONE");
      parts = StatementLog.transactionsWith(read(log, from), "update bulk_item i");
    } finally {
      configure("alter system reset log_statement");
    }
    assertThat(parts).as("200, 200 and 50 items, three times").hasSize(9);
    assertThat(parts).allSatisfy(statements -> assertThat(statements).hasSizeBetween(6, HANDFUL));
  }

  private static String read(Path log, long from) throws IOException {
    byte[] all = Files.readAllBytes(log);
    return new String(Arrays.copyOfRange(all, (int) from, all.length), StandardCharsets.UTF_8);
  }

  private void configure(String setting) throws SQLException {
    String url = server.server().database().jdbcUrl();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
      connection.createStatement().execute(setting);
      connection.createStatement().execute("select pg_reload_conf()");
    }
  }
}
