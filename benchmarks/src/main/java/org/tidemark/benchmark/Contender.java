package org.tidemark.benchmark;

import java.time.Duration;

/** One of those who do the same work in turn. */
interface Contender extends AutoCloseable {

  /** Works for a while. */
  Score run(Duration time) throws Exception;

  @Override
  void close() throws Exception;

  /**
   * What was done.
   *
   * @param rate items each second
   * @param medianMillis the median time of a call
   * @param p99Millis what 99 of 100 calls stayed within
   */
  record Score(double rate, double medianMillis, double p99Millis) {}
}
