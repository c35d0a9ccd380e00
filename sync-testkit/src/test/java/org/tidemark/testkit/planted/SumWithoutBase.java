package org.tidemark.testkit.planted;

import org.tidemark.core.chain.BaseState;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.testkit.server.Decisions;
import org.tidemark.testkit.world.Composition;

/** A counter's sides are added without regard to what both started from. */
final class SumWithoutBase implements Composition {

  @Override
  public Decisions decisions() {
    return input ->
        Decider.decide(
            input.mutation().key().type().value().equals("counter") ? baseless(input) : input);
  }

  private static DecisionInput baseless(DecisionInput input) {
    return new DecisionInput(
        input.mutation(),
        input.server(),
        input.claim(),
        BaseState.ABSENT,
        input.policy(),
        input.effectiveAt(),
        input.effectiveFieldTimes(),
        input.receivedAt());
  }
}
