package org.tidemark.console.policies;

import java.util.List;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.policy.PolicyProblem;
import org.tidemark.core.sentence.Sentence;

/**
 * A policy as somebody has written it, as far as it can be read.
 *
 * @param json valid or not, without what cannot be read
 * @param unreadable where something cannot be read and why
 */
record Draft(JsonObject json, List<PolicyProblem> unreadable) {
  Draft {
    unreadable = List.copyOf(unreadable);
  }

  static Draft none(String place, Sentence why) {
    return new Draft(JsonObject.EMPTY, List.of(new PolicyProblem(place, why)));
  }

  boolean isReadable() {
    return unreadable.isEmpty();
  }
}
