package org.tidemark.core.decide;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.RecordState;

/** The verdict table of a push, from the record's existence on. */
public final class Decider {

  private Decider() {}

  public static Verdict decide(DecisionInput input) {
    throw new UnsupportedOperationException("being built");
  }

  /** Whether the base must be loaded for this decision. */
  public static boolean needsBase(
      Mutation mutation,
      @Nullable RecordState server,
      BaseClaim claim,
      MergePolicy policy,
      Instant effectiveAt) {
    return true;
  }
}
