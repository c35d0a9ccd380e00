package org.tidemark.client.settings;

import java.time.Duration;

/**
 * How failed attempts are repeated: after {@code min(cap, base * 2^attempt)}, attempts counted from
 * 0, plus up to {@code jitter} of that, {@code attempts} times at most.
 */
public record RetrySettings(Duration base, Duration cap, double jitter, int attempts) {

  public static final RetrySettings USUAL =
      new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(60), 0.3, 8);

  public RetrySettings {
    Bounds.positive("retry.base", base);
    Bounds.positive("retry.cap", cap);
    Bounds.within("retry.jitter", jitter, 0, 1);
    Bounds.within("retry.attempts", attempts, 1, 1_000);
  }
}
