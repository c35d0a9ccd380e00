package org.tidemark.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.MERGE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Given;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.merge.Server.Edit;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordState;

/** Three clients that edit on while their earlier edits are unanswered, in random interleavings. */
class ChainModelTest {

  private static final int RUNS = 2000;
  private static final int STEPS = 40;

  /** A client after part 5 of the protocol: server, base and local state, and an outbox. */
  private static final class Client {

    private final String name;
    private final boolean chains;
    private final Deque<Edit> outbox = new ArrayDeque<>();
    private final Deque<Edit> unanswered = new ArrayDeque<>();
    private @Nullable RecordState server;
    private JsonObject local = JsonObject.EMPTY;
    private @Nullable Integer chainVersion;
    private @Nullable String last;
    private int count;

    Client(String name, boolean chains) {
      this.name = name;
      this.chains = chains;
    }

    void edit(String field, long value, long millis) {
      boolean fresh = outbox.isEmpty() && unanswered.isEmpty();
      RecordState known = server;
      if (fresh) {
        chainVersion = known == null ? null : known.version();
        last = null;
      }
      local = local.with(field, JsonNumber.of(value));
      String id = name + "-" + ++count;
      outbox.add(
          new Edit(
              new ClientId(name),
              id,
              local,
              chainVersion,
              chains ? last : null,
              Given.at(millis),
              timesOf(field, millis)));
      last = id;
    }

    /** Only the field that was edited just now bears this edit's time. */
    private static TreeMap<String, java.time.Instant> timesOf(String field, long millis) {
      TreeMap<String, java.time.Instant> times = new TreeMap<>();
      times.put("/" + field, Given.at(millis));
      return times;
    }

    void send(Server target) {
      Edit edit = outbox.poll();
      if (edit != null) {
        SyncStatus status = target.push(edit).status();
        assertThat(status).isNotIn(SyncStatus.REJECTED);
        unanswered.add(edit);
      }
    }

    /** The answer, lost and asked again: the receipt speaks. */
    void receive(Server target) {
      Edit edit = unanswered.poll();
      if (edit != null) {
        target.push(edit);
        pull(target);
      }
    }

    void pull(Server target) {
      RecordState now = target.state();
      RecordState known = server;
      if (now != null && (known == null || now.version() > known.version())) {
        server = now;
      }
      if (outbox.isEmpty() && unanswered.isEmpty() && server != null) {
        local = server.data() == null ? JsonObject.EMPTY : server.data().json();
      }
    }

    long value(String field) {
      return local.get(field) instanceof JsonNumber number ? number.value().longValue() : 0;
    }
  }

  @Test
  void threeClients_withPrevious_keepTheExactSum() {
    for (int run = 0; run < RUNS; run++) {
      long missing = run(run, true);
      assertThat(missing).as("seed %d", run).isZero();
    }
  }

  @Test
  void threeClients_withoutPrevious_loseCounts() {
    int wrong = 0;
    for (int run = 0; run < 200; run++) {
      wrong += run(run, false) == 0 ? 0 : 1;
    }
    assertThat(wrong).as("this shows that the model can fail").isGreaterThan(100);
  }

  /** How much is missing from the sum in the end. */
  private static long run(long seed, boolean chains) {
    Random random = new Random(seed);
    MergePolicy policy = MERGE;
    Server server =
        random.nextBoolean()
            ? Server.with(policy, JsonObject.EMPTY.with("n", JsonNumber.of(0)))
            : new Server(policy);
    List<Client> clients =
        List.of(new Client("ana", chains), new Client("ben", chains), new Client("cleo", chains));
    long total = 0;
    long now = 1;
    for (int step = 0; step < STEPS; step++) {
      Client client = clients.get(random.nextInt(3));
      now += random.nextInt(2);
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          int added = random.nextInt(3) - (random.nextInt(4) == 0 ? 2 : 0);
          client.edit("n", client.value("n") + added, now);
          total += added;
        }
        case 2 -> client.send(server);
        case 3 -> client.receive(server);
        default -> client.pull(server);
      }
    }
    for (Client client : clients) {
      while (!client.outbox.isEmpty()) {
        client.send(server);
      }
    }
    long end = server.data().get("n") instanceof JsonNumber number ? number.value().longValue() : 0;
    return total - end;
  }

  @Test
  void threeClientsByField_withTogglesAndChains_keepTheNewestOfEachField() {
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(run);
      Server server =
          Server.with(
              BY_FIELD, JsonObject.EMPTY.with("a", JsonNumber.of(0)).with("b", JsonNumber.of(0)));
      List<Client> clients = new ArrayList<>();
      for (String name : List.of("ana", "ben", "cleo")) {
        Client client = new Client(name, true);
        client.pull(server);
        clients.add(client);
      }
      TreeMap<String, Long> newest = new TreeMap<>();
      for (int step = 1; step <= STEPS; step++) {
        Client client = clients.get(random.nextInt(3));
        switch (random.nextInt(5)) {
          case 0, 1 -> {
            String field = random.nextBoolean() ? "a" : "b";
            long value = 1 - client.value(field);
            client.edit(field, value, step);
            newest.put(field, value);
          }
          case 2 -> client.send(server);
          case 3 -> client.receive(server);
          default -> client.pull(server);
        }
      }
      for (Client client : clients) {
        while (!client.outbox.isEmpty()) {
          client.send(server);
        }
      }
      for (String field : newest.keySet()) {
        assertThat(server.data().get(field))
            .as("seed %d, field %s", run, field)
            .isEqualTo(JsonNumber.of(newest.get(field)));
      }
    }
  }
}
