package org.tidemark.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/** Prints a table of the server's figures, each beside the limit on the same database. */
public final class Benchmark {
  private Benchmark() {}

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("tidemark-benchmark");
    SyncServerSettings settings = SyncServerSettings.of(Path.of(args[0]), data);
    try (SyncServer server = SyncServer.start(settings)) {
      Api api = new Api(server);
      Limit limit = new Limit(server.database());
      System.out.println("Batches of 100 new records of 500 bytes, mutations each second:");
      for (int clients : new int[] {1, 4, 16}) {
        double most = Rounds.measure("  limit, " + clients, clients, i -> limit.writer(100));
        double ours =
            Rounds.measure("  Tidemark, " + clients, clients, i -> api.creator(space(i), 100));
        ratio(ours, most);
      }
      System.out.println("Single mutations, two spaces:");
      for (int clients : new int[] {8, 32}) {
        double most = Rounds.measure("  limit, " + clients, clients, i -> limit.writer(1));
        double ours =
            Rounds.measure("  Tidemark, " + clients, clients, i -> api.creator(space(i), 1));
        ratio(ours, most);
      }
      System.out.println("Other work, 4 clients:");
      Rounds.measure("  repeats of a batch of 100", 4, i -> api.repeater(space(i), 100));
      Rounds.measure("  batches of 100, 20 % conflicts", 4, i -> api.quarreller(space(i), 100));
      System.out.println("Pages of 1,000 records, rows each second:");
      Rounds.measure("  1 client", 1, i -> api.puller(1000));
      Rounds.measure("  8 clients", 8, i -> api.puller(1000));
      Rounds.measure("Empty pulls, 1 client", 1, i -> api.idler());
    }
  }

  /** Ana writes to the shared space and to her own. */
  private static String space(int client) {
    return client % 2 == 0 ? "demo" : "~ana";
  }

  private static void ratio(double ours, double most) {
    System.out.printf(Locale.ROOT, "  %.2f of the limit%n", ours / most);
  }
}
