package org.tidemark.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tidemark.it.load.Answer;
import org.tidemark.it.load.Await;
import org.tidemark.it.load.Device;
import org.tidemark.it.load.Edit;
import org.tidemark.it.load.RecordName;
import org.tidemark.it.load.Servers;
import org.tidemark.it.load.Store;
import org.tidemark.it.load.Wire;
import org.tidemark.launcher.SyncServer;

/** What happens to mutations that come again when their receipts have ended. */
class ReceiptLifeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LIFE = Duration.ofSeconds(10);
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String COUNT_STEPS =
      """
      create table cleaning_step (receipts bigint);
      create function note_step() returns trigger language plpgsql as $$
      begin
        insert into cleaning_step select count(*) from gone having count(*) > 0;
        return null;
      end $$;
      create trigger note_step after delete on receipt referencing old table as gone
        for each statement execute function note_step();
      """;

  private static SyncServer server;
  private static Wire wire;
  private static Store store;

  @BeforeAll
  static void startWithShortLivedReceipts() {
    server =
        SyncServer.start(
            Servers.fresh("receipts")
                .withEnvironment(Map.of("SYNC_RECEIPT_LIFE", LIFE.toString())));
    wire = new Wire(server);
    store = new Store(server.database());
    store.execute(COUNT_STEPS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void receiptEnded_sameSequenceAgain_isRefusedAsExpired() {
    var device = device("guarded");
    var first = edit(1, "one").withSequence(1);
    var answer = device.pushNow(wire, first);
    assertThat(device.pushNow(wire, first).raw()).isEqualTo(answer.raw());
    awaitNoReceipts(device);

    var again = device.pushNow(wire, first);
    assertThat(again.status()).isEqualTo("REJECTED");
    assertThat(again.errorCode()).isEqualTo("MUTATION_EXPIRED");
    assertThat(again.isRetryable()).isFalse();
    assertThat(version(first)).isEqualTo(1);

    assertThat(device.pushNow(wire, edit(2, "two").withSequence(2)).status()).isEqualTo("APPLIED");
  }

  @Test
  void receiptEnded_sameContentWithoutSequence_isAppliedWithoutNewVersion() {
    var device = device("unguarded");
    var first = edit(10, "ten");
    var answer = device.pushNow(wire, first);
    awaitNoReceipts(device);

    var again = device.pushNow(wire, first);
    assertThat(again.status()).isEqualTo("APPLIED");
    assertThat(again.version()).isEqualTo(1);
    assertThat(again.raw()).isEqualTo(answer.raw());
    assertThat(version(first)).isEqualTo(1);
  }

  @Test
  void receiptEnded_idUsedForOtherContent_cacheHasForgottenTheOldAnswer() {
    var device = device("forgotten");
    var first = edit(20, "twenty");
    device.pushNow(wire, first);
    assertThat(device.pushNow(wire, first.withData("{\"title\":\"other\"}")).errorCode())
        .isEqualTo("MUTATION_ID_REUSED");
    awaitNoReceipts(device);

    var other = first.withData("{\"title\":\"other\"}").withBase(1);
    assertThat(device.pushNow(wire, other).version()).isEqualTo(2);
  }

  @Test
  void receiptEnded_whilePushWaitedForALock_cacheDoesNotOutliveIt() throws SQLException {
    var device = device("waiting");
    device.pushNow(wire, edit(30, "thirty"));
    var late = edit(31, "late");
    var answer = pushBehindALock(device, late);
    assertThat(answer.status()).isEqualTo("APPLIED");
    forgetReceipts(device); // as the timer does at its next turn

    var other = late.withData("{\"title\":\"other\"}").withBase(1);
    assertThat(device.pushNow(wire, other).version()).isEqualTo(2);
  }

  @Test
  void manyReceiptsEnded_timer_removesThemInSmallSteps() {
    var device = device("many");
    var edits = IntStream.range(0, 2_500).mapToObj(i -> edit(1_000 + i, "x")).toList();
    for (var from = 0; from < edits.size(); from += 500) {
      device.pushNow(wire, edits.subList(from, from + 500));
    }
    awaitNoReceipts(device);
    assertThat(store.number("select max(receipts) from cleaning_step")).isLessThanOrEqualTo(1_000);
    assertThat(store.number("select sum(receipts) from cleaning_step"))
        .isGreaterThanOrEqualTo(edits.size());
  }

  /** Holds a push up at the client's row for longer than its receipt lives. */
  private static Answer pushBehindALock(Device device, Edit edit) throws SQLException {
    var database = server.database();
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select 1 from client where id = '%s' for update".formatted(device.clientId()));
      var answer = CompletableFuture.supplyAsync(() -> device.pushNow(wire, edit));
      var waitedLong =
          """
          select count(*) from pg_stat_activity
           where wait_event_type = 'Lock' and query_start < clock_timestamp() - interval '%s'
          """
              .formatted(LIFE.plusMillis(200));
      Await.until("the push has waited", PATIENCE, () -> store.number(waitedLong) > 0);
      connection.rollback();
      return answer.join();
    }
  }

  private static void forgetReceipts(Device device) {
    store.execute("delete from receipt where client_id = '" + device.clientId() + "'");
  }

  private static void awaitNoReceipts(Device device) {
    var left = "select count(*) from receipt where client_id = '" + device.clientId() + "'";
    Await.until("no receipts left", PATIENCE, () -> store.number(left) == 0);
  }

  private static Edit edit(int number, String title) {
    var record = new RecordName("demo", "task", "t" + number);
    var data = "{\"title\":\"" + title + "\"}";
    return Edit.creation("m" + number, record, data, AT.plusMillis(number));
  }

  private static int version(Edit edit) {
    return store.record(edit.record()).version();
  }

  private static Device device(String name) {
    return new Device("receipts-" + name, server.identity().token("ana"));
  }
}
