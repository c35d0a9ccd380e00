package org.tidemark.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The true time of a world: it goes on when the world says so. */
final class VirtualTime implements InstantSource {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
