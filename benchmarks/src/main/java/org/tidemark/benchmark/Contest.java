package org.tidemark.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Contenders that do the same work in turn, several rounds over, so that all meet the same moods of
 * the machine; prints the median of each, its spread, and our share of the others'.
 */
final class Contest {
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final int ROUNDS = 5;

  private final Path folder;
  private final Entrant ours;
  private final List<Entrant> others = new ArrayList<>();

  Contest(Path folder, Contender ours) {
    this.folder = folder;
    this.ours = new Entrant("Tidemark", ours);
  }

  Contest against(String name, Contender contender) {
    others.add(new Entrant(name, contender));
    return this;
  }

  void run(String title) throws Exception {
    double disk = Fsyncs.measure(folder);
    ours.contender.run(WARM_UP);
    for (Entrant other : others) {
      other.contender.run(WARM_UP);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Entrant other : others) {
        other.play(folder);
      }
      ours.play(folder);
    }
    System.out.printf(Locale.ROOT, "%n%s (%.0f fsyncs/s)%n", title, disk);
    for (Entrant other : others) {
      String share =
          String.format(
              Locale.ROOT, "  Tidemark: %.2f of it", ours.median().rate() / other.median().rate());
      System.out.println(other.line() + share);
      System.out.println(other.cost());
      other.contender.close();
    }
    System.out.println(ours.line());
    System.out.println(ours.cost() + "; server's memory " + ours.used.residentMiB() + " MiB");
    ours.contender.close();
  }

  private static final class Entrant {
    private final String name;
    private final Contender contender;
    private final List<Contender.Score> rounds = new ArrayList<>();
    private Usage used = Usage.NONE;

    Entrant(String name, Contender contender) {
      this.name = name;
      this.contender = contender;
    }

    void play(Path folder) throws Exception {
      Usage before = Usage.now(folder);
      rounds.add(contender.run(ROUND));
      used = used.plus(Usage.now(folder).since(before));
    }

    String cost() {
      double rates = rounds.stream().mapToDouble(Contender.Score::rate).sum();
      return "             " + used.each(rates * ROUND.toSeconds());
    }

    Contender.Score median() {
      return sorted().get(ROUNDS / 2);
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "  %-10s %10.0f /s  (%.0f to %.0f)  call %.2f ms, p99 %.2f ms",
          name,
          median().rate(),
          sorted().get(0).rate(),
          sorted().get(ROUNDS - 1).rate(),
          median().medianMillis(),
          median().p99Millis());
    }

    private List<Contender.Score> sorted() {
      return rounds.stream().sorted(Comparator.comparingDouble(Contender.Score::rate)).toList();
    }
  }
}
