package org.tidemark.testkit.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tidemark.client.environment.WallClock;

/** The time of server and devices; it goes when told to. */
final class Watch implements InstantSource, WallClock {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
