package org.tidemark.client.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.Rejection;

/** An error as the server words it; the correlation id is in the server's log too. */
public record ErrorAnswer(
    Rejection rejection, @Nullable Duration retryAfter, String correlationId) {

  public String code() {
    return rejection.code();
  }

  public boolean retryable() {
    return rejection.retryable();
  }
}
