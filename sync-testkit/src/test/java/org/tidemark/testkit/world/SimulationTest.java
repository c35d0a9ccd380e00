package org.tidemark.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tidemark.testkit.check.Check;

/**
 * Worlds from fixed seeds, all of them sound. More by hand: {@code -Dsim.seeds=10000
 * -Dsim.first=1000000}; one again: {@code -Dsim.seeds=1 -Dsim.first=SEED}.
 */
class SimulationTest {
  private static final int MOST_STORIES = 3;
  private static final long ENOUGH = 100;

  /** What has to happen in the worlds, or they prove little. */
  private static final String[] MUST_MEET = {
    "cursor refused",
    "deed DELETED",
    "deed DISMISSED",
    "deed EDITED",
    "deed RESTORED",
    "deed RETRIED",
    "deed SETTLED",
    "mishap ANSWER_CUT",
    "mishap ANSWER_LOST",
    "mishap BUSY",
    "mishap FAILED_AFTER",
    "mishap REQUEST_LATE",
    "mishap REQUEST_LOST",
    "mishap REQUEST_TWICE",
    "mishap TOKEN_REFUSED",
    "mishap TOO_MANY",
    "overridden",
    "power cut after apply",
    "power cut after part sent",
    "power cut before part sent",
    "power cut in a part",
    "power cut after edit",
    "power cut after mark",
    "power cut after send",
    "power cut before apply",
    "power cut before edit",
    "power cut before mark",
    "power cut before send",
    "verdict APPLIED",
    "verdict CONFLICT",
    "verdict MERGED",
    "verdict MUTATION_EXPIRED",
    "verdict SERVER_WINS",
    "verdict SPACE_FORBIDDEN"
  };

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  @Test
  void run_everySeed_isSound() {
    long first = Long.getLong("sim.first", 1);
    long seeds = Long.getLong("sim.seeds", 500);
    Simulation simulation = new Simulation(Composition.SOUND, Check.all());
    Queue<WorldResult> unsound = new ConcurrentLinkedQueue<>();
    Map<String, LongAdder> looked = new ConcurrentSkipListMap<>();
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
              result.looked().forEach((check, cases) -> add(looked, check, cases));
              result.met().forEach((kind, times) -> add(met, kind, times));
            });
    double seconds = (System.nanoTime() - begun) / (double) NANOS_PER_SECOND;
    System.out.printf(
        "%d seeds from %d in %.1f s: %.0f a minute%n  looked at %s%n  met %s%n",
        seeds, first, seconds, seeds * 60 / seconds, looked, met);
    unsound.forEach(
        result -> System.out.println("seed " + result.seed() + ": " + result.findings().get(0)));
    assertThat(unsound.stream().limit(MOST_STORIES).map(WorldResult::story)).isEmpty();
    if (seeds >= ENOUGH) {
      assertThat(looked)
          .hasSameSizeAs(Check.all())
          .allSatisfy((check, cases) -> assertThat(cases.sum()).as(check).isGreaterThan(ENOUGH));
      assertThat(met).containsKeys(MUST_MEET);
    }
  }

  private static void add(Map<String, LongAdder> looked, String check, int cases) {
    looked.computeIfAbsent(check, none -> new LongAdder()).add(cases);
  }

  @Test
  void run_oneSeedTwice_givesTheSameTrace() {
    Simulation simulation = new Simulation(Composition.SOUND, Check.all());
    for (long seed = 1; seed <= 5; seed++) {
      WorldResult first = simulation.run(seed);
      WorldResult second = simulation.run(seed);
      assertThat(second.trace()).as("seed %d", seed).isEqualTo(first.trace());
      assertThat(second.hash()).as("seed %d", seed).isEqualTo(first.hash());
    }
  }
}
