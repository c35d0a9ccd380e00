package org.tidemark.it.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tidemark.client.environment.WallClock;

/** The true time, of which a test can skip what it would have to wait for. */
final class Watch implements WallClock {

  private volatile Duration skipped = Duration.ZERO;

  @Override
  public Instant now() {
    return InstantSource.system().instant().plus(skipped);
  }

  void skipTo(Instant time) {
    Duration ahead = Duration.between(now(), time);
    if (!ahead.isNegative()) {
      skipped = skipped.plus(ahead).plusMillis(1);
    }
  }
}
