package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tidemark.launcher.EmbeddedDatabase;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/** Prints a table of the server's figures, each beside the limits of the same database. */
public final class Benchmark {
  private static final int PULLED_ROWS = 50_000;
  private static final Duration MOST_WARM_UP = Duration.ofSeconds(60);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration PROFILED = Duration.ofSeconds(20);

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
    SyncServerSettings settings = SyncServerSettings.of(checkout, folder);
    try (SyncServer server = SyncServer.start(settings)) {
      new Benchmark(folder, server).measure(parts);
    }
    profile(settings, folder.resolve("profile.jfr"));
  }

  private void measure(List<String> parts) throws Exception {
    warmUp();
    if (parts.isEmpty() || parts.contains("batches")) {
      batches();
    }
    if (parts.isEmpty() || parts.contains("singles")) {
      singles();
    }
    if (parts.isEmpty() || parts.contains("replays")) {
      replays();
    }
    if (parts.isEmpty() || parts.contains("conflicts")) {
      conflicts();
    }
    if (parts.isEmpty() || parts.contains("pages")) {
      pages();
    }
    if (parts.isEmpty() || parts.contains("empty")) {
      emptyPulls();
    }
  }

  /** In a run of its own, as the recorder may slow the server down. */
  private static void profile(SyncServerSettings settings, Path recording) throws Exception {
    SyncServerSettings recorded =
        settings.withJavaOptions(
            List.of("-XX:StartFlightRecording:settings=profile,filename=" + recording));
    List<Profile.Span> spans = new ArrayList<>();
    try (SyncServer server = SyncServer.start(recorded)) {
      Api api = new Api(server);
      for (int batch : new int[] {100, 1}) {
        try (Workers workers = new Workers(8, () -> api.creator(api.space(), batch))) {
          workers.run(MOST_WARM_UP);
          Instant begun = Instant.now();
          workers.run(PROFILED);
          spans.add(new Profile.Span("batches of " + batch, begun, Instant.now()));
        }
      }
    }
    for (Profile.Span span : spans) {
      Profile.print(recording, span);
    }
  }

  /** What is measured is a server that has run for a while with all of it, not its compilers. */
  private void warmUp() throws Exception {
    warmUp(MOST_WARM_UP, new Workers(4, () -> api.creator(api.space(), 100)));
    warmUp(MOST_WARM_UP, new Workers(8, () -> api.creator(api.space(), 1)));
    warmUp(WARM_UP, new Workers(4, () -> api.quarreller(api.space(), 100)));
    warmUp(WARM_UP, new Workers(4, () -> api.repeater(api.space(), 100)));
    warmUp(WARM_UP, new Workers(1, api::idler));
  }

  private static void warmUp(Duration time, Workers workers) throws Exception {
    try (workers) {
      workers.run(time);
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
