package org.tidemark.web.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a body must come. Reading holds a thread, and whoever sent a byte now and then would
 * hold it for ever; silence is ended by the listener's own timeout.
 */
public final class Pace {

  public static final int LEAST_BYTES_A_SECOND = 2048;

  private final Duration grace;
  private final LongSupplier nanos;
  private final long begun;
  private long bytes;

  /**
   * The pace of a body that begins now.
   *
   * @param grace how much later than at the least speed it may come
   * @param nanos the time, as {@link System#nanoTime} tells it
   */
  public Pace(Duration grace, LongSupplier nanos) {
    this.grace = grace;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /** Notes bytes that came, and tells whether all of them came fast enough. */
  public boolean isKeptWith(int more) {
    bytes += more;
    Duration allowed = grace.plusSeconds(bytes / LEAST_BYTES_A_SECOND);
    return nanos.getAsLong() - begun <= allowed.toNanos();
  }
}
