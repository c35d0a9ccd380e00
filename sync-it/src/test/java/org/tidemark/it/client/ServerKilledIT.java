package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.settings.Sizes;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** The server is killed while a client pushes: every edit has its effect once. */
@ExtendWith(WithServer.class)
class ServerKilledIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int COUNTERS = 300;
  private static final int MANY_KILLS = 20;
  private static final long SEED = Long.getLong("sync.seed", 20_260_214);

  /** Six batches at least. */
  private static final Sizes SMALL = new Sizes(500, 50, 50, 1 << 20, 64 << 20);

  private final TestServer server;
  private Team team;
  private UnreliableProxy network;
  private Phone phone;

  ServerKilledIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void count(@TempDir Path folder) {
    team = new Team(server, folder);
    network = team.network();
    phone = team.members(network, usual -> usual.withSizes(SMALL));
    phone.of("counter").putAll(counters(10));
    phone.settle();
    Phone other = team.owners();
    other.sync();
    other.of("counter").putAll(counters(15));
    other.settle();
    phone.of("counter").putAll(counters(11));
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  @Test
  void killed_betweenCommitAndAnswer_everyEditCountsOnce() {
    network.order(
        Kind.PUSH,
        new Fault.None(),
        new Fault.None(),
        new Fault.LostAnswerAfter(() -> server.server().kill()));
    SyncOutcome outcome = phone.client().syncNow();
    assertThat(outcome.problem()).extracting(Problem::kind).isEqualTo(ErrorKind.NETWORK);
    assertThat(outcome.answered()).isEqualTo(100);
    assertThat(phone.client().syncNow().problem()).as("nobody is there").isNotNull();

    server.server().restart();
    assertEveryEditCountsOnce();
  }

  @Test
  void killed_inTheMidstOfATransaction_everyEditCountsOnce() throws SQLException {
    try (Connection connection = server.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select 1 from space where id = '%s' for update".formatted(team.space));
      CompletableFuture<SyncOutcome> sync =
          CompletableFuture.supplyAsync(() -> phone.client().syncNow());
      Await.until("the push waits for the last of its locks", PATIENCE, this::isPushWaiting);
      server.server().kill();
      assertThat(sync.join().answered()).isZero();
      connection.rollback();
    }
    server.server().restart();
    assertEveryEditCountsOnce();
  }

  @Test
  @Tag("exhaustive")
  void killed_againAndAgain_everyEditCountsOnce() {
    Random random = new Random(SEED);
    for (int kill = 0; kill < MANY_KILLS; kill++) {
      int passing = random.nextInt(4);
      for (int batch = 0; batch < passing; batch++) {
        network.order(Kind.PUSH, new Fault.None());
      }
      network.order(Kind.PUSH, new Fault.LostAnswerAfter(() -> server.server().kill()));
      phone.of("task").putAll(tasks(kill));
      phone.client().syncNow();
      server.server().restart();
      phone.skipToNextAttempt();
    }
    phone.settle();
    assertThat(versions("task", 1)).as("seed %d", SEED).isEqualTo((long) MANY_KILLS * COUNTERS);
    assertEveryEditCountsOnce();
  }

  private void assertEveryEditCountsOnce() {
    phone.settle();
    assertThat(phone.client().status().parked()).isZero();
    assertThat(
            server.number(
                "select count(*) from record where space = ? and data = '{\"count\":16}'",
                team.space))
        .isEqualTo(COUNTERS);
    assertThat(versions("counter", 3)).isEqualTo(COUNTERS);
    phone.sync();
    for (int i = 0; i < COUNTERS; i++) {
      assertThat(phone.text("counter", "r" + i)).isEqualTo("{\"count\":16}");
    }
  }

  private boolean isPushWaiting() {
    return server.number(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and query ilike '%space%'")
        > 0;
  }

  private long versions(String type, int version) {
    return server.number(
        "select count(*) from record where space = ? and entity_type = ? and version = ?",
        team.space,
        type,
        version);
  }

  private static Map<String, JsonObject> counters(int count) {
    return objects("r", "count", count);
  }

  private static Map<String, JsonObject> tasks(int round) {
    return objects("t" + round + "-", "n", round);
  }

  private static Map<String, JsonObject> objects(String stem, String field, int value) {
    Map<String, JsonObject> objects = new LinkedHashMap<>();
    for (int i = 0; i < COUNTERS; i++) {
      objects.put(stem + i, new JsonObject(new TreeMap<>(Map.of(field, JsonNumber.of(value)))));
    }
    return objects;
  }
}
