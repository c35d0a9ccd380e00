package org.tidemark.client.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.transfer.Transfer;

/**
 * An upload as it is stored.
 *
 * @param sentBytes bytes of the parts that the server has
 * @param completedAt when the server had all of it; null: it has not
 */
public record UploadRow(
    Transfer transfer,
    int attempts,
    @Nullable Instant nextAttempt,
    @Nullable Problem problem,
    long sentBytes,
    @Nullable Instant completedAt) {

  public String id() {
    return transfer.id();
  }
}
