package org.tidemark.client;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;

/**
 * What one sync did.
 *
 * @param received records that changed here
 * @param answered mutations that the server answered
 * @param waiting mutations that are still to be sent
 * @param problem what ended it early; null: it came to its end
 */
public record SyncOutcome(int received, int answered, int waiting, @Nullable Problem problem) {

  public boolean isComplete() {
    return problem == null;
  }
}
