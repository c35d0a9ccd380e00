package org.tidemark.core.chain;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.Mutation;

/**
 * Finds the base of an edit that was made before an earlier one was answered.
 *
 * <p>Such an edit builds on data that the server may never have had as a version. Taking the
 * version that its author last received as base would count the earlier edit twice; taking the
 * server's present one would count it as seen what was not.
 */
public final class Chain {

  private Chain() {}

  /** The base of a mutation; {@code previous} is how the one that it names ended, if known. */
  public static BaseClaim claim(Mutation mutation, @Nullable PriorOutcome previous) {
    if (previous == null) {
      return BaseClaim.of(mutation.baseVersion());
    }
    return switch (previous.status()) {
      case APPLIED -> BaseClaim.of(previous.producedVersion());
      case MERGED, SERVER_WINS -> new BaseClaim(new BaseRef.ClientData(previous.id()), false);
      case REJECTED -> previous.base();
      // A conflict's base is never the server's state at that time, so it can't be it later:
      // a version of that number would be another one, written after a backup was restored.
      case CONFLICT -> new BaseClaim(previous.base().ref(), false);
    };
  }
}
