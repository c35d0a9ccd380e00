package org.tidemark.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;
import org.tidemark.it.statement.StatementLog;

/** A bulk job over very many conflicts: each has its result, and a part of it few statements. */
@ExtendWith(WithServer.class)
class BulkScaleIT {
  /** BEGIN and COMMIT included. */
  private static final int HANDFUL = 16;

  private static final int MANY = 20_000;
  private static final int SOME = 3_001;
  private static final int BATCH = 100;

  private final TestServer server;

  BulkScaleIT(TestServer server) {
    this.server = server;
  }

  /** What waits would be counted by the tests of other pages. */
  @AfterEach
  void settleWhatWaits() {
    ManyConflicts.settleAll(server);
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
  void edits_whileTheJobRuns_areNeitherOverwrittenNorLost() {
    ManyConflicts many = ManyConflicts.make(server, SOME);
    Job job = Job.triedOut(many, "KEEP_CLIENT");
    Device phone = server.device(many.space().substring(1));
    // From the other end, so that they meet; some are there before the job begins.
    List<Tree> answers = new ArrayList<>(edit(phone, SOME - 1));
    job.become("RUNNING");
    for (int last = SOME - 1 - BATCH; last > 0; last -= BATCH) {
      answers.addAll(edit(phone, last));
    }
    job.await("DONE");

    long applied =
        answers.stream().filter(answer -> answer.at("status").text().equals("APPLIED")).count();
    long clashed =
        answers.stream().filter(answer -> answer.at("status").text().equals("CONFLICT")).count();
    assertThat(applied).isGreaterThanOrEqualTo(BATCH);
    assertThat(applied + clashed).isEqualTo(SOME - 1);
    assertThat(job.items("MOVED_ON")).isEqualTo(applied);
    assertThat(job.items("SETTLED")).isEqualTo(SOME - applied);
    assertThat(many.records("version = 3 and data like '%999%'")).isEqualTo(applied);
    assertThat(many.records("version = 3 and data like '%110%'")).isEqualTo(SOME - applied);
    assertThat(many.conflicts("status = 'OPEN'"))
        .as("those of the laptop that moved on, and of the phone that came too late")
        .isEqualTo(applied + clashed);
  }

  private static List<Tree> edit(Device phone, int last) {
    return phone.pushAll(
        IntStream.iterate(last, i -> i > 0 && i > last - BATCH, i -> i - 1)
            .mapToObj(i -> Edit.upsert("invoice", "copy-" + i, "{\"amount\":999}").on(2))
            .toList());
  }

  @Test
  void job_stoppedInTheMiddle_leavesTheRest_andIsTakenBack() {
    ManyConflicts many = ManyConflicts.make(server, SOME);
    Job job = Job.triedOut(many, "KEEP_CLIENT");
    job.become("RUNNING");
    job.awaitItems(1, "SETTLED");
    job.become("STOPPED");
    long settled = job.items("SETTLED");
    assertThat(settled).isLessThan(SOME);
    assertThat(many.records("version = 3")).isEqualTo(settled);
    assertThat(many.conflicts("status = 'OPEN'")).isEqualTo(SOME - settled);

    job.become("UNDOING");
    job.await("UNDONE");
    assertThat(job.items("UNDONE")).isEqualTo(settled);
    assertThat(job.items("FIT")).isEqualTo(SOME - settled);
    assertThat(many.records("version = 2 and data like '%120%'")).isEqualTo(SOME - settled);
    assertThat(many.conflicts("status = 'OPEN'")).isEqualTo(SOME);
  }

  @Test
  void part_ofAJob_isAHandfulOfStatements() throws Exception {
    ManyConflicts many = ManyConflicts.make(server, 450);
    List<List<String>> parts;
    StatementLog.begin(server);
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
      StatementLog.end(server);
    }
    assertThat(parts).as("200, 200 and 50 items, three times").hasSize(9);
    assertThat(parts).allSatisfy(statements -> assertThat(statements).hasSizeBetween(6, HANDFUL));
  }

  private static String read(Path log, long from) throws IOException {
    byte[] all = Files.readAllBytes(log);
    return new String(Arrays.copyOfRange(all, (int) from, all.length), StandardCharsets.UTF_8);
  }
}
