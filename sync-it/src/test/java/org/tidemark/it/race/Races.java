package org.tidemark.it.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tidemark.it.load.Answer;
import org.tidemark.it.load.Crowd;
import org.tidemark.it.load.Device;
import org.tidemark.it.load.Edit;
import org.tidemark.it.load.RecordName;
import org.tidemark.it.load.Spaces;
import org.tidemark.it.load.Store;
import org.tidemark.it.load.Unanswered;
import org.tidemark.it.load.Wire;
import org.tidemark.launcher.Database;
import org.tidemark.launcher.DemoIdentity;
import org.tidemark.launcher.SyncServer;

/** Races among clients, which are spread evenly over the nodes of one database. */
final class Races {

  private static final int COPIES = 8;
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final String name;
  private final List<Wire> nodes;
  private final DemoIdentity users;
  private final Store store;
  private final List<String> spaces;
  private final AtomicInteger unanswered = new AtomicInteger();

  private Races(
      String name, List<Wire> nodes, DemoIdentity users, Store store, List<String> spaces) {
    this.name = name;
    this.nodes = nodes;
    this.users = users;
    this.store = store;
    this.spaces = spaces;
  }

  static Races on(String name, Database database, DemoIdentity users, SyncServer... servers) {
    var nodes = List.of(servers).stream().map(Wire::new).toList();
    var spaces = Spaces.shared(users, nodes.get(0), name + "-a", name + "-b");
    return new Races(name, nodes, users, new Store(database), spaces);
  }

  /** How often a request had to be sent again. */
  int unanswered() {
    return unanswered.get();
  }

  /** Everybody counts in the same records, half of them in the one order, half in the other. */
  void countInOppositeOrders(int threads, int records, int rounds) throws InterruptedException {
    try (var crowd = new Crowd(threads)) {
      var sums =
          crowd.together(
              i ->
                  () -> new Counting(device("count", i), node(i), i % 2 == 1).run(records, rounds));
      var total = sums.stream().mapToLong(Long::longValue).sum();
      for (var space : spaces) {
        for (var i = 0; i < records; i++) {
          var row = store.record(new RecordName(space, "counter", name + i));
          assertThat(row.version()).as("version of %s", i).isEqualTo(threads * rounds);
          assertThat(row.data()).isEqualTo("{\"count\":" + total + "}");
        }
      }
    }
  }

  /** A client that adds one amount to all records in each of its batches. */
  private final class Counting {
    private final Device device;
    private final Wire wire;
    private final boolean backwards;

    Counting(Device device, Wire wire, boolean backwards) {
      this.device = device;
      this.wire = wire;
      this.backwards = backwards;
    }

    long run(int records, int rounds) {
      var names = new ArrayList<RecordName>();
      for (var space : spaces) {
        IntStream.range(0, records)
            .forEach(i -> names.add(new RecordName(space, "counter", name + i)));
      }
      if (backwards) {
        Collections.reverse(names);
      }
      var sum = 0L;
      List<Answer> known = List.of();
      for (var round = 0; round < rounds; round++) {
        var amount = 1 + round % 7;
        known = send(batch(names, known, round, amount));
        sum += amount;
      }
      return sum;
    }

    private List<Edit> batch(List<RecordName> names, List<Answer> known, int round, int amount) {
      var edits = new ArrayList<Edit>();
      for (var i = 0; i < names.size(); i++) {
        var before = known.isEmpty() ? null : known.get(i);
        var data = "{\"count\":" + (amount + (before == null ? 0 : before.count())) + "}";
        var edit = Edit.creation(round + "-" + i, names.get(i), data, AT.plusMillis(round));
        var version = before == null ? null : before.version();
        edits.add(version == null ? edit : edit.withBase(version));
      }
      return edits;
    }

    private List<Answer> send(List<Edit> edits) {
      while (true) {
        try {
          var answers = device.push(wire, edits);
          if (answers.stream().noneMatch(Answer::isRetryable)) {
            assertThat(answers).allMatch(Answer::madeVersion);
            return answers;
          }
        } catch (Unanswered again) {
          // Safe, and counted: what was done is answered from its receipt.
        }
        if (unanswered.incrementAndGet() > 1_000) {
          throw new AssertionError("too many requests without an answer");
        }
      }
    }
  }

  /** Two clients create one id at once: nothing of either is lost, whatever the policy. */
  void createTheSame(int rounds) throws InterruptedException {
    try (var crowd = new Crowd(2)) {
      for (var round = 0; round < rounds; round++) {
        for (var type : List.of("counter", "invoice", "profile")) {
          var record = new RecordName(spaces.get(0), type, "r" + round);
          var id = type + round;
          var answers =
              crowd.together(
                  i ->
                      () ->
                          device(id, i)
                              .pushNow(
                                  node(i),
                                  Edit.creation(id, record, count(5 + i), AT.plusMillis(i))));
          expectCreated(type, record, answers);
        }
      }
    }
  }

  private void expectCreated(String type, RecordName record, List<Answer> answers) {
    var statuses = answers.stream().map(Answer::status).sorted().toList();
    var row = store.record(record);
    switch (type) {
      case "counter" -> {
        assertThat(statuses).containsExactly("APPLIED", "MERGED");
        assertThat(row.data()).isEqualTo(count(11));
        assertThat(row.version()).isEqualTo(2);
      }
      case "invoice" -> {
        assertThat(statuses).containsExactly("APPLIED", "CONFLICT");
        assertThat(row.version()).isEqualTo(1);
      }
      default -> {
        // The newer edit stands, whoever came first.
        assertThat(statuses).isIn(List.of("APPLIED", "APPLIED"), List.of("APPLIED", "SERVER_WINS"));
        assertThat(row.data()).isEqualTo(count(6));
      }
    }
  }

  /** One mutation from many threads at once. */
  void sendCopies(int rounds) throws InterruptedException {
    try (var crowd = new Crowd(COPIES)) {
      for (var round = 0; round < rounds; round++) {
        var record = new RecordName(spaces.get(0), "counter", "c" + round);
        // Every other time the client itself is new as well, so that its row is raced for too.
        var device = device("copies", round / 2);
        var edit = Edit.creation("m" + round, record, count(3), AT);
        var answers = crowd.together(i -> () -> device.pushNow(node(i), edit).raw());
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("\"APPLIED\"");
        var row = store.record(record);
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.data()).isEqualTo(count(3));
      }
    }
  }

  /** One mutation id with as many contents as threads at once. */
  void reuseIds(int rounds) throws InterruptedException {
    try (var crowd = new Crowd(COPIES)) {
      for (var round = 0; round < rounds; round++) {
        var record = new RecordName(spaces.get(0), "counter", "u" + round);
        var device = device("reuse", round / 2);
        var edit = Edit.creation("m" + round, record, count(1), AT);
        var answers =
            crowd.together(i -> () -> device.pushNow(node(i), edit.withData(count(i + 1))));
        var applied = answers.stream().filter(Answer::madeVersion).toList();
        assertThat(applied).hasSize(1);
        assertThat(answers)
            .filteredOn(answer -> !answer.madeVersion())
            .allMatch(answer -> answer.errorCode().equals("MUTATION_ID_REUSED"));
        var row = store.record(record);
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.data()).isEqualTo(count(answers.indexOf(applied.get(0)) + 1));
      }
    }
  }

  private Wire node(int number) {
    return nodes.get(number % nodes.size());
  }

  private Device device(String part, int number) {
    var user = number % 2 == 0 ? "ana" : "ben";
    return new Device(name + "-" + part + "-" + number, users.token(user));
  }

  private static String count(int count) {
    return "{\"count\":" + count + "}";
  }
}
