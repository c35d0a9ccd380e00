package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tidemark.launcher.EmbeddedDatabase;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/** Prints a table of the server's figures, each beside the limits of the same database. */
public final class Benchmark {
  private static final int PULLED_ROWS = 50_000;
  private static final Duration WARM_UP = Duration.ofSeconds(90);

  private final Path folder;
  private final EmbeddedDatabase database;
  private final Limit limit;
  private final Api api;

  private Benchmark(Path folder, SyncServer server) {
    this.folder = folder;
    this.database = server.database();
    this.limit = new Limit(database);
    this.api = new Api(server);
  }

  /**
   * Runs all of it, or the parts that are named.
   *
   * @param args the checkout, then any of {@code batches}, {@code singles}, {@code replays}, {@code
   *     conflicts}, {@code pages}, {@code empty}
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("tidemark-benchmark");
    try {
      run(Path.of(args[0]), List.of(args).subList(1, args.length), folder);
    } finally {
      delete(folder);
    }
  }

  private static void run(Path checkout, List<String> parts, Path folder) throws Exception {
    Path recording = folder.resolve("profile.jfr");
    SyncServerSettings settings =
        SyncServerSettings.of(checkout, folder)
            .withJavaOptions(
                List.of("-XX:StartFlightRecording:settings=profile,filename=" + recording));
    try (SyncServer server = SyncServer.start(settings)) {
      Benchmark benchmark = new Benchmark(folder, server);
      benchmark.warmUp();
      if (parts.isEmpty() || parts.contains("batches")) {
        benchmark.batches();
      }
      if (parts.isEmpty() || parts.contains("singles")) {
        benchmark.singles();
      }
      if (parts.isEmpty() || parts.contains("replays")) {
        benchmark.replays();
      }
      if (parts.isEmpty() || parts.contains("conflicts")) {
        benchmark.conflicts();
      }
      if (parts.isEmpty() || parts.contains("pages")) {
        benchmark.pages();
      }
      if (parts.isEmpty() || parts.contains("empty")) {
        benchmark.emptyPulls();
      }
    }
    Profile.print(recording);
  }

  /** What is measured is a server that has run for a while, not its compiler. */
  private void warmUp() throws Exception {
    try (Workers workers = new Workers(4, () -> api.creator(api.space(), 100))) {
      workers.run(WARM_UP);
    }
  }

  private void batches() throws Exception {
    for (int clients : new int[] {1, 4, 16}) {
      contest(clients, () -> api.creator(api.space(), 100))
          .against("pgbench", Pgbench.writer(database, clients, 100))
          .against("JDBC", new Workers(clients, () -> limit.writer(limit.space(), 100)))
          .run("Batches of 100 new records, " + clients + " clients: mutations");
    }
  }

  private void singles() throws Exception {
    for (int clients : new int[] {8, 32}) {
      contest(clients, () -> api.creator(api.space(), 1))
          .against("pgbench", Pgbench.writer(database, clients, 1))
          .against("JDBC", new Workers(clients, () -> limit.writer(limit.space(), 1)))
          .run("Single new records, " + clients + " clients: mutations");
    }
    String hot = limit.space();
    String ours = api.space();
    contest(8, () -> api.creator(ours, 1))
        .against("JDBC", new Workers(8, () -> limit.writer(hot, 1)))
        .run("Single new records, 8 clients, one space: mutations");
  }

  private void replays() throws Exception {
    contest(4, () -> api.repeater(api.space(), 100))
        .run("The same batches of 100 again, 4 clients: mutations");
  }

  private void conflicts() throws Exception {
    contest(4, () -> api.quarreller(api.space(), 100))
        .run("Batches of 100, a fifth in conflict, 4 clients: mutations");
  }

  private void pages() throws Exception {
    try (Step fill = api.creator("demo", 1000)) {
      for (int rows = 0; rows < PULLED_ROWS; rows += 1000) {
        fill.run();
      }
    }
    for (int clients : new int[] {1, 8}) {
      contest(clients, api::puller)
          .against("JDBC", new Workers(clients, () -> limit.reader("demo")))
          .run("Pages of 1,000 records, " + clients + " clients: rows");
    }
  }

  private void emptyPulls() throws Exception {
    contest(1, api::idler).run("Empty pulls, 1 client: calls");
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Contest contest(int clients, Workers.Maker ours) throws Exception {
    return new Contest(folder, new Workers(clients, ours));
  }
}
