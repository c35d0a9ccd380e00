package org.tidemark.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.Timestamps;

/**
 * The times of one request, corrected for the client's clock.
 *
 * <p>The clock's error is the receive time less the client's time; it counts only beyond a
 * tolerance, since the way of the request itself takes time. No corrected time lies after the
 * receive time. Times that differ go on differing, 1 ms apart in their own order.
 */
public final class EffectiveTimes {

  private final Duration offset;
  private final Map<Instant, Instant> corrected;

  private EffectiveTimes(Duration offset, Map<Instant, Instant> corrected) {
    this.offset = offset;
    this.corrected = corrected;
  }

  /** {@code rawTimes} are all the times that will be asked for: they are corrected together. */
  public static EffectiveTimes of(
      Instant receivedAt,
      @Nullable Instant clientTime,
      Duration tolerance,
      Collection<Instant> rawTimes) {
    Instant received = Timestamps.cut(receivedAt);
    Duration offset = offset(received, clientTime, tolerance);
    TreeSet<Instant> sorted = new TreeSet<>();
    for (Instant raw : rawTimes) {
      sorted.add(Timestamps.cut(raw));
    }
    Map<Instant, Instant> corrected = new HashMap<>();
    Instant limit = received;
    // From the latest back: only there can the receive time push times together.
    for (Instant raw : sorted.descendingSet()) {
      Instant shifted = raw.plus(offset);
      Instant time = shifted.isAfter(limit) ? limit : shifted;
      corrected.put(raw, time.isBefore(Timestamps.MIN) ? Timestamps.MIN : time);
      limit = time.minusMillis(1);
    }
    return new EffectiveTimes(offset, corrected);
  }

  private static Duration offset(
      Instant received, @Nullable Instant clientTime, Duration tolerance) {
    if (clientTime == null) {
      return Duration.ZERO;
    }
    Duration error = Duration.between(Timestamps.cut(clientTime), received);
    return error.abs().compareTo(tolerance) > 0 ? error : Duration.ZERO;
  }

  /** The corrected time of one of the raw times. */
  public Instant at(Instant raw) {
    Instant time = corrected.get(Timestamps.cut(raw));
    if (time == null) {
      throw new IllegalArgumentException(raw + " was not among the times to correct");
    }
    return time;
  }

  /** What was added to each time; zero within the tolerance. */
  public Duration offset() {
    return offset;
  }
}
