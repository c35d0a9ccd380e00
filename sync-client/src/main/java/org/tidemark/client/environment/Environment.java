package org.tidemark.client.environment;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Time and randomness. A simulation hands in its own, and then the same seed gives the same run.
 */
public record Environment(WallClock clock, Jitter jitter, Ids ids) {

  /** The device's clock and real randomness. */
  public static Environment system() {
    return new Environment(
        Instant::now,
        () -> ThreadLocalRandom.current().nextDouble(),
        () -> UUID.randomUUID().toString());
  }
}
