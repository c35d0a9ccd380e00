package org.tidemark.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The true time of a world: it goes on when the world says so. */
public final class VirtualTime implements InstantSource {
  /** When every world begins. */
  public static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

  private Instant now = BEGINNING;

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
