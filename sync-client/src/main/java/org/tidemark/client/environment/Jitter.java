package org.tidemark.client.environment;

/** The randomness that spreads retries. */
public interface Jitter {

  /** A number from 0 (inclusive) to 1 (exclusive). */
  double next();
}
