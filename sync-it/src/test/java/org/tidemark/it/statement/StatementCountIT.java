package org.tidemark.it.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/**
 * Counts the statements of a batch in PostgreSQL's own log: a handful, and no more for a hundred
 * mutations than for ten. BEGIN and COMMIT count too.
 */
@ExtendWith(WithServer.class)
class StatementCountIT {

  private static final int HANDFUL = 12;

  /** BEGIN, COMMIT, the client's and the records' locks, receipts and records: less is no count. */
  private static final int FEWEST = 6;

  /** How the statement begins that notes which records name which media. */
  private static final String REFERENCES = "with said as";

  private final TestServer server;
  private final Device ana;
  private final Device ben;
  private final String stem = TestServer.unique("record");

  StatementCountIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @BeforeEach
  void logStatements() throws SQLException {
    StatementLog.begin(server);
    // Connections take the setting over with their next statement.
    ana.pushAll(batch(10, i -> Edit.upsert("profile", stem + "-warm-" + i, "{}")));
    ben.pushAll(batch(10, i -> Edit.upsert("profile", stem + "-warm-" + i, "{}")));
  }

  @AfterEach
  void stopLogging() throws SQLException {
    StatementLog.end(server);
  }

  @Test
  void hundredCreations_areAHandfulOfStatements() throws IOException {
    List<String> ten = statements(ana, "APPLIED", batch(10, i -> invoice("t" + i, 1)));
    List<String> hundred = statements(ana, "APPLIED", batch(100, i -> invoice("h" + i, 1)));

    assertThat(hundred).hasSizeBetween(FEWEST, HANDFUL).isEqualTo(ten);
  }

  @Test
  void hundredUpdates_areAHandfulOfStatements() throws IOException {
    ana.pushAll(batch(110, i -> invoice("u" + i, 1)));
    List<String> ten = statements(ana, "APPLIED", batch(10, i -> invoice("u" + i, 2).on(1)));
    List<String> hundred =
        statements(ana, "APPLIED", batch(100, i -> invoice("u" + (i + 10), 2).on(1)));

    assertThat(hundred).hasSizeBetween(FEWEST, HANDFUL).isEqualTo(ten);
  }

  @Test
  void hundredConflicts_areAHandfulOfStatements() throws IOException {
    ana.pushAll(batch(100, i -> invoice("c" + i, 1)));
    ana.pushAll(batch(100, i -> invoice("c" + i, 2).on(1)));
    List<String> first = statements(ben, "CONFLICT", batch(100, i -> invoice("c" + i, 3).on(1)));
    List<String> second = statements(ben, "CONFLICT", batch(100, i -> invoice("c" + i, 4).on(1)));

    assertThat(first).hasSizeBetween(FEWEST, HANDFUL);
    assertThat(second).as("superseding").hasSizeBetween(FEWEST, HANDFUL + 2);
  }

  @Test
  void hundredMerges_areAHandfulOfStatements() throws IOException {
    ana.pushAll(batch(100, i -> counter("m" + i, 1)));
    ana.pushAll(batch(100, i -> counter("m" + i, 2).on(1)));

    assertThat(statements(ben, "MERGED", batch(100, i -> counter("m" + i, 4).on(1))))
        .hasSizeBetween(FEWEST, HANDFUL);
  }

  @Test
  void hundredRepeats_areNoStatementAtAll() throws IOException {
    List<Edit> edits = batch(100, i -> invoice("r" + i, 1));
    ana.pushAll(edits);

    assertThat(statements(ana, "APPLIED", edits)).isEmpty();
  }

  @Test
  void hundredRecordsThatNameMedia_areOneStatementMore() throws IOException {
    List<String> plain = statements(ana, "APPLIED", batch(100, i -> note("p" + i, "{}")));
    List<String> naming =
        statements(
            ana,
            "APPLIED",
            batch(100, i -> note("q" + i, "{\"photo\":\"/media/" + "m".repeat(26) + "\"}")));

    assertThat(plain).hasSizeBetween(FEWEST, HANDFUL);
    assertThat(naming).hasSize(plain.size() + 1);
    assertThat(naming.stream().filter(statement -> statement.contains(REFERENCES))).hasSize(1);
    assertThat(plain).noneMatch(statement -> statement.contains(REFERENCES));
  }

  private List<String> statements(Device device, String status, List<Edit> edits)
      throws IOException {
    Path log = server.file("log/postgresql.log");
    long from = Files.size(log);
    List<Tree> answers = device.pushAll(edits);
    byte[] all = Files.readAllBytes(log);
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.at("status").text()).isEqualTo(status));
    return StatementLog.read(
        new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8));
  }

  private List<Edit> batch(int size, IntFunction<Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      edits.add(edit.apply(i).in("demo"));
    }
    return edits;
  }

  private Edit invoice(String id, int n) {
    return Edit.upsert("invoice", stem + id, "{\"n\":" + n + "}");
  }

  private Edit note(String id, String data) {
    return Edit.upsert("note", stem + id, data);
  }

  private Edit counter(String id, int n) {
    return Edit.upsert("counter", stem + id, "{\"count\":" + n + "}");
  }
}
