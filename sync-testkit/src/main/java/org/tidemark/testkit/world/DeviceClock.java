package org.tidemark.testkit.world;

import java.time.Duration;
import java.time.Instant;
import org.tidemark.client.environment.WallClock;

/** A device's clock: wrong by an offset, running too fast or too slow, and set now and then. */
final class DeviceClock implements WallClock {
  private static final double MILLION = 1e6;

  private final VirtualTime time;
  private final Instant start;
  private final int driftPerMillion;
  private Duration offset;

  DeviceClock(VirtualTime time, Duration offset, int driftPerMillion) {
    this.time = time;
    this.start = time.instant();
    this.offset = offset;
    this.driftPerMillion = driftPerMillion;
  }

  @Override
  public Instant now() {
    Instant truth = time.instant();
    long passed = Duration.between(start, truth).toMillis();
    return truth.plus(offset).plusMillis((long) (passed * (driftPerMillion / MILLION)));
  }

  void jump(Duration by) {
    offset = offset.plus(by);
  }
}
