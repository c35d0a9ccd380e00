package org.tidemark.server.overview.boundary;

import java.time.Duration;
import java.time.Instant;

/** A time that is looked back at, in steps. */
public enum Span {
  DAY(Duration.ofHours(1), 24),
  WEEK(Duration.ofHours(6), 28),
  MONTH(Duration.ofDays(1), 30);

  private final Duration step;
  private final int steps;

  Span(Duration step, int steps) {
    this.step = step;
    this.steps = steps;
  }

  public Duration step() {
    return step;
  }

  public int steps() {
    return steps;
  }

  /** The beginning of the first step when the last one holds this time; steps begin in UTC. */
  public Instant from(Instant now) {
    long seconds = step.toSeconds();
    long last = Math.floorDiv(now.getEpochSecond(), seconds) * seconds;
    return Instant.ofEpochSecond(last - (steps - 1) * seconds);
  }
}
