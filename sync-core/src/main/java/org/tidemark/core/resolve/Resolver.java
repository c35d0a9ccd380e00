package org.tidemark.core.resolve;

import java.time.Instant;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordState;

/** Closes a conflict by a person's choice, or finds that the record moved on. */
public final class Resolver {

  private Resolver() {}

  /**
   * Decides what a resolution writes.
   *
   * @param decided the inputs that the conflict was decided from
   * @param at when the person decided, corrected for their clock
   */
  public static ResolveOutcome resolve(
      ResolveRequest request,
      Conflict stored,
      DecisionInput decided,
      RecordState current,
      ClientId by,
      Instant at) {
    throw new UnsupportedOperationException("being built");
  }
}
