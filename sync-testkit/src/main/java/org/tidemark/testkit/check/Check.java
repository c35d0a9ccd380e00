package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.testkit.ledger.Evidence;

/** One thing that must hold in every world. */
public interface Check {

  String name();

  Verdict judge(Evidence evidence);

  /**
   * What came of it.
   *
   * @param looked how many cases there were to look at: a check that never looks proves nothing
   */
  record Verdict(List<String> findings, int looked) {
    public Verdict {
      findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }
  }

  /** Every check there is. */
  static List<Check> all() {
    return List.of(
        new Convergence(),
        new ExactSums(),
        new NothingLost(),
        new EffectOnce(),
        new Appends(),
        new Extremes(),
        new CursorsForward(),
        new ConflictsKept(),
        new UndoExact(),
        new FilesArrive(),
        new PartsOnce());
  }
}
