package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.testkit.check.Check;
import org.tidemark.testkit.ledger.Evidence;

/**
 * Runs worlds and has them judged.
 *
 * <p>A world lives through its steps, then the faults stop. The checkers judge twice: when all is
 * sent, and again when people have settled what waited for them.
 */
public final class Simulation {
  private static final int STEPS = 120;

  private final Composition composition;
  private final List<Check> checks;

  public Simulation(Composition composition, List<Check> checks) {
    this.composition = composition;
    this.checks = checks;
  }

  public WorldResult run(long seed) {
    List<String> findings = new ArrayList<>();
    Map<String, Integer> looked = new TreeMap<>();
    try (World world = new World(seed, composition)) {
      try {
        live(world, findings, looked);
      } catch (RuntimeException | AssertionError e) {
        findings.add("broke: " + trace(e));
      }
      return new WorldResult(
          seed,
          world.trace.hash(),
          findings,
          looked,
          world.tally.with(world.ledger),
          world.trace.lines());
    }
  }

  private void live(World world, List<String> findings, Map<String, Integer> looked) {
    Life life = new Life(world);
    for (int step = 0; step < STEPS; step++) {
      life.step();
    }
    Rest rest = new Rest(world);
    Optional<String> restless = rest.come();
    restless.ifPresent(findings::add);
    judge(rest.evidence(), findings, looked);
    if (findings.isEmpty()) {
      rest.settle().ifPresent(findings::add);
      judge(rest.evidence(), findings, looked);
    }
  }

  private void judge(Evidence evidence, List<String> findings, Map<String, Integer> looked) {
    for (Check check : checks) {
      Check.Verdict verdict = check.judge(evidence);
      verdict.findings().forEach(finding -> findings.add(check.name() + ": " + finding));
      looked.merge(check.name(), verdict.looked(), Integer::sum);
    }
  }

  private static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder(thrown.toString());
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (element.getClassName().startsWith("org.tidemark")) {
        text.append("\n    at ").append(element);
      }
    }
    Throwable cause = thrown.getCause();
    return cause == null ? text.toString() : text + "\n  caused by " + trace(cause);
  }
}
