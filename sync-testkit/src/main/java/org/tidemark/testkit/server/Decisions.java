package org.tidemark.testkit.server;

import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.Verdict;

/** Who decides on a mutation: the core, unless a test plants a bug there. */
public interface Decisions {
  Verdict decide(DecisionInput input);
}
