package org.tidemark.core.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What came of reading a policy: the policy, or everything that is wrong with it. */
public sealed interface PolicyReading {

  /** The policy is sound. */
  record Valid(MergePolicy policy) implements PolicyReading {}

  /** The policy is refused. */
  record Invalid(List<PolicyProblem> problems) implements PolicyReading {
    public Invalid {
      problems = Collections.unmodifiableList(new ArrayList<>(problems));
    }
  }
}
