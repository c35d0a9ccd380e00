package org.tidemark.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tidemark.testkit.check.Check;
import org.tidemark.testkit.ledger.Evidence;

/**
 * Worlds from fixed seeds, all of them sound. More by hand: {@code -Dsim.seeds=10000
 * -Dsim.first=1000000}; one again: {@code -Dsim.seeds=1 -Dsim.first=SEED}.
 */
class SimulationTest {
  private static final int MOST_STORIES = 3;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  @Test
  void run_everySeed_isSound() {
    long first = Long.getLong("sim.first", 1);
    long seeds = Long.getLong("sim.seeds", Coverage.WORLDS);
    Simulation simulation = new Simulation(Composition.SOUND, Check.all());
    Queue<WorldResult> unsound = new ConcurrentLinkedQueue<>();
    Map<String, LongAdder> met = new ConcurrentSkipListMap<>();
    long begun = System.nanoTime();
    // Each world is one thread's alone; worlds share nothing, so several may run at once.
    LongStream.range(first, first + seeds)
        .parallel()
        .mapToObj(simulation::run)
        .forEach(
            result -> {
              if (!result.isSound()) {
                unsound.add(result);
              }
              result.looked().forEach((check, cases) -> add(met, "looked at " + check, cases));
              result.met().forEach((kind, times) -> add(met, kind, times));
            });
    double seconds = (System.nanoTime() - begun) / (double) NANOS_PER_SECOND;
    System.out.printf(
        "%d seeds from %d in %.1f s: %.0f a minute%n  %s%n",
        seeds, first, seconds, seeds * 60 / seconds, met);
    unsound.forEach(
        result -> System.out.println("seed " + result.seed() + ": " + result.findings().get(0)));
    assertThat(unsound.stream().limit(MOST_STORIES).map(WorldResult::story)).isEmpty();
    if (seeds >= Coverage.WORLDS) {
      assertThat(Coverage.missing(met)).isEmpty();
    }
  }

  private static void add(Map<String, LongAdder> met, String kind, int times) {
    met.computeIfAbsent(kind, none -> new LongAdder()).add(times);
  }

  @Test
  void run_oneSeedTwice_alone_andAmongOthers_givesTheSameTrace() {
    Simulation simulation = new Simulation(Composition.SOUND, Check.all());
    List<WorldResult> alone = LongStream.range(1, 13).mapToObj(simulation::run).toList();
    List<WorldResult> among = LongStream.range(1, 13).parallel().mapToObj(simulation::run).toList();
    for (int i = 0; i < alone.size(); i++) {
      WorldResult first = alone.get(i);
      assertThat(among.get(i).trace()).as("seed %d", first.seed()).isEqualTo(first.trace());
      assertThat(among.get(i).hash()).as("seed %d", first.seed()).isEqualTo(first.hash());
    }
  }

  @Test
  void story_ofAnUnsoundWorld_namesItsSeedAndItsFindings() {
    Check never =
        new Check() {
          @Override
          public String name() {
            return "never";
          }

          @Override
          public Verdict judge(Evidence evidence) {
            return new Verdict(List.of("no"), 1);
          }
        };
    WorldResult broken = new Simulation(Composition.SOUND, List.of(never)).run(7);
    assertThat(broken.isSound()).isFalse();
    assertThat(broken.story()).startsWith("seed 7, trace " + broken.hash()).contains("never: no");
  }
}
