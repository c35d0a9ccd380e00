package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.tidemark.client.SyncClient;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.record.RecordCollection;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/**
 * Prints the client's figures: edits into the local store, a first pull, and the sync of a long
 * queue, against the server as it ships.
 */
public final class ClientBenchmark {
  private static final int RECORDS = 100_000;
  private static final int EDITS = 10_000;
  private static final int SINGLE_EDITS = 2_000;
  private static final int ROUNDS = 3;
  private static final int PAGES_A_LOOK = 20;

  private final Path folder;
  private final SyncServer server;

  private ClientBenchmark(Path folder, SyncServer server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Runs all of it.
   *
   * @param args the checkout
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("tidemark-client-benchmark");
    SyncServerSettings settings = SyncServerSettings.of(Path.of(args[0]), folder.resolve("server"));
    try (SyncServer server = SyncServer.start(settings)) {
      ClientBenchmark benchmark = new ClientBenchmark(folder, server);
      benchmark.localEdits();
      benchmark.queue();
      benchmark.firstPull();
    } finally {
      Benchmark.delete(folder);
    }
  }

  private void localEdits() throws IOException {
    print("Disk: %.0f fsyncs/s%n", Fsyncs.measure(folder));
    try (SyncClient client = open("edits", "demo")) {
      RecordCollection records = client.collection("bench");
      putAll(records, objects(EDITS, 1));
      List<Double> single = new ArrayList<>();
      List<Double> together = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, JsonObject> objects = objects(SINGLE_EDITS, 1);
        single.add(SINGLE_EDITS / seconds(() -> objects.forEach(records::put)));
        Map<String, JsonObject> many = objects(EDITS, 1);
        together.add(EDITS / seconds(() -> putAll(records, many)));
      }
      print("Edits into the local store, each durable by itself: %s /s%n", spread(single));
      print("Edits into the local store, 1,000 in a transaction: %s /s%n", spread(together));
    }
  }

  private void queue() throws IOException {
    Api api = new Api(server);
    String space = api.space();
    try (SyncClient client = open("queue", space)) {
      RecordCollection records = client.collection("bench");
      sync(client);
      List<Double> times = new ArrayList<>();
      for (int round = 0; round <= ROUNDS; round++) {
        putAll(records, objects(EDITS, round));
        double seconds = seconds(() -> sync(client));
        if (round > 0) { // the first one warms up
          times.add(seconds);
        }
      }
      print("Sync of %,d queued edits, end to end: %s s%n", EDITS, spread(times));
    }
  }

  private void firstPull() throws Exception {
    Api api = new Api(server);
    String space = api.space();
    try (Step fill = api.creator(space, 1_000)) {
      for (int rows = 0; rows < RECORDS; rows += 1_000) {
        fill.run();
      }
    }
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (SyncClient client = open("pull-" + round, space)) {
        times.add(seconds(() -> sync(client)));
        requireAll(client);
      }
    }
    print("First pull of %,d records of 500 bytes: %s s%n", RECORDS, spread(times));
    print("  the file: %.1f MiB when closed%n", mebibytes(Files.size(file("pull-0"))));
    try (SyncClient client = open("pull-heap", space)) {
      print("  live heap while pulling: at most %.1f MiB%n", mebibytes(liveHeap(client)));
      requireAll(client);
    }
  }

  /** The most that is alive beyond what was before, looked at every few pages. */
  private static long liveHeap(SyncClient client) {
    long before = used();
    long[] most = new long[2];
    client
        .events()
        .subscribe(
            event -> {
              if (event instanceof ClientEvent.Pulled && most[1]++ % PAGES_A_LOOK == 0) {
                most[0] = Math.max(most[0], used() - before);
              }
            });
    sync(client);
    return most[0];
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void requireAll(SyncClient client) {
    long records = client.status().records();
    if (records < RECORDS) {
      throw new IllegalStateException("only " + records + " records came");
    }
  }

  private static void sync(SyncClient client) {
    SyncOutcome outcome = client.syncNow();
    if (!outcome.isComplete() || outcome.waiting() > 0) {
      throw new IllegalStateException("not synced: " + outcome);
    }
  }

  private SyncClient open(String name, String space) {
    ClientSettings settings =
        ClientSettings.of(
                server.addresses().sync(), "ana", () -> server.identity().token("ana"), file(name))
            .withSpace(new SpaceId(space))
            .withTypes(new EntityType("bench"));
    return SyncClient.open(settings);
  }

  private Path file(String name) {
    return folder.resolve(name + ".db");
  }

  private static void putAll(RecordCollection records, Map<String, JsonObject> objects) {
    Map<String, JsonObject> some = new LinkedHashMap<>();
    objects.forEach(
        (id, object) -> {
          some.put(id, object);
          if (some.size() == 1_000) {
            records.putAll(some);
            some.clear();
          }
        });
    records.putAll(some);
  }

  private static Map<String, JsonObject> objects(int count, int revision) {
    Map<String, JsonObject> objects = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      objects.put(UUID.randomUUID().toString(), object(revision));
    }
    return objects;
  }

  private static JsonObject object(int revision) {
    try {
      return (JsonObject) JsonReader.read(Documents.data(revision));
    } catch (InvalidJson e) {
      throw new IllegalStateException(e);
    }
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double mebibytes(long bytes) {
    return bytes / 1024.0 / 1024.0;
  }

  /** The median, and the least and the most. */
  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%,.1f (%,.1f to %,.1f)",
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
