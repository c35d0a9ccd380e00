package org.tidemark.it.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Answer;
import org.tidemark.it.load.Crowd;
import org.tidemark.it.load.Device;
import org.tidemark.it.load.Edit;
import org.tidemark.it.load.RecordName;
import org.tidemark.it.load.Servers;
import org.tidemark.it.load.Wire;
import org.tidemark.launcher.Database;
import org.tidemark.launcher.DemoIdentity;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/** Two servers on one database, which both found empty when they were started at once. */
@Tag("exhaustive")
@ExtendWith(Servers.class)
class TwoNodesIT {

  private static final int ROUNDS = 40;
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static Database database;
  private static DemoIdentity users;
  private static List<SyncServer> nodes = List.of();
  private static Wire first;
  private static Wire second;

  @BeforeAll
  static void startBothAtOnceOnAnEmptyDatabase(SyncServer host) throws InterruptedException {
    var pair = EmptyDatabase.create(host.database(), "pair");
    database = pair;
    users = host.identity();
    var settings = List.of(settings("node-1", pair), settings("node-2", pair));
    try (var crowd = new Crowd(settings.size())) {
      nodes = crowd.together(i -> () -> SyncServer.start(settings.get(i)));
    }
    first = new Wire(nodes.get(0));
    second = new Wire(nodes.get(1));
  }

  @AfterAll
  static void stop() {
    nodes.forEach(SyncServer::close);
  }

  private static SyncServerSettings settings(String name, Database.External pair) {
    return Servers.fresh(name)
        .withDatabase(Optional.of(pair))
        .withEnvironment(
            Map.of(
                "SYNC_NODE",
                name,
                "SYNC_JWT_PUBLIC_KEY",
                users.publicKey().toAbsolutePath().toString()));
  }

  @Test
  void batchesInOppositeOrders_acrossNodes_sumsAreExact() throws InterruptedException {
    races("opposite").countInOppositeOrders(32, 10, 15);
  }

  @Test
  void oneIdCreatedTwiceAtOnce_acrossNodes_oneOfThemIsVersionOne() throws InterruptedException {
    races("create").createTheSame(ROUNDS);
  }

  @Test
  void copiesAtOnce_acrossNodes_oneIsProcessed() throws InterruptedException {
    races("copies").sendCopies(ROUNDS);
  }

  @Test
  void idReusedAtOnce_acrossNodes_oneIsProcessed() throws InterruptedException {
    races("reuse").reuseIds(ROUNDS);
  }

  @Test
  void pull_onTheOtherNode_skipsNothingAndNeverGoesBack() throws InterruptedException {
    var watch = FeedWatch.on("feed", database, users, first, second);
    watch.run();
    assertThat(watch.skipped()).isEmpty();
    assertThat(watch.wentBack()).isEmpty();
  }

  @Test
  void mutationAgain_onTheOtherNode_sameAnswerToTheByte() {
    var answers = new HashMap<String, String>();
    for (var wire : List.of(first, second, first)) {
      for (var device : devices()) {
        for (var answer : device.pushNow(wire, mixedBatch(device))) {
          var name = device.clientId() + answer.mutationId();
          assertThat(answers.computeIfAbsent(name, n -> answer.raw())).isEqualTo(answer.raw());
        }
      }
    }
    assertThat(answers.values())
        .anyMatch(raw -> raw.contains("\"CONFLICT\""))
        .anyMatch(raw -> raw.contains("\"MERGED\""));
  }

  private static List<Device> devices() {
    return List.of(device("again-1"), device("again-2"));
  }

  private static List<Edit> mixedBatch(Device device) {
    var at = AT.plusSeconds(devices().indexOf(device)); // the second one's edits are newer
    return IntStream.range(0, 90)
        .mapToObj(
            i -> {
              var type = List.of("counter", "invoice", "task").get(i % 3);
              var record = new RecordName("demo", type, "again-" + i);
              var data = "{\"count\":%d,\"by\":\"%s\"}".formatted(i, device.clientId());
              return Edit.creation("m" + i, record, data, at.plusMillis(i));
            })
        .toList();
  }

  @Test
  void policyChanged_onOneNode_countsAtOnceOnTheOther() {
    for (var round = 0; round < 10; round++) {
      var manual = round % 2 == 0;
      save("switching", manual ? "MANUAL" : "LAST_WRITE_WINS");
      var record = new RecordName("demo", "switching", "s" + round);
      device("switch-1").pushNow(second, Edit.creation("m" + round, record, "{\"a\":1}", AT));
      Answer diverged =
          device("switch-2")
              .pushNow(second, Edit.creation("m" + round, record, "{\"a\":2}", AT.plusMillis(1)));
      assertThat(diverged.status()).isEqualTo(manual ? "CONFLICT" : "APPLIED");
    }
  }

  private static void save(String type, String strategy) {
    var answer =
        first.ask(
            users.token("admin"),
            "mutation Save($policy:JSON!){savePolicy(policy:$policy){version}}",
            "{\"policy\":{\"entityType\":\"%s\",\"strategy\":\"%s\"}}".formatted(type, strategy));
    assertThat(answer.get("errors")).isNull();
  }

  @Test
  void change_onOneNode_isNoticedOnTheOtherWithinTwoSeconds() throws Exception {
    try (var notices = ChangeListener.connect(second, users.token("ben"))) {
      notices.awaitQuiet();
      for (var round = 0; round < 5; round++) {
        var record = new RecordName("demo", "task", "notice-" + round);
        var began = System.nanoTime();
        device("notice").pushNow(first, Edit.creation("m" + round, record, "{\"a\":1}", AT));
        notices.awaitNext(Duration.ofSeconds(3));
        System.out.printf(
            "notice on the other node after %d ms%n",
            Duration.ofNanos(System.nanoTime() - began).toMillis());
      }
    }
  }

  private static Races races(String name) {
    return Races.on(name, database, users, nodes.get(0), nodes.get(1));
  }

  private static Device device(String name) {
    return new Device(name, users.token("ana"));
  }
}
