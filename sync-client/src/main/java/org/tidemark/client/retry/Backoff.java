package org.tidemark.client.retry;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.settings.RetrySettings;

/** When a failed attempt is repeated. */
public final class Backoff {

  /** No server is waited for longer, nor a clock that has jumped. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private Backoff() {}

  /**
   * How long to wait.
   *
   * @param attempt attempts before this one, from 0
   * @param random from 0 to 1
   */
  public static Duration delay(RetrySettings settings, int attempt, double random) {
    double base = settings.base().toMillis();
    double delay = Math.min(base * Math.pow(2, attempt), (double) settings.cap().toMillis());
    return Duration.ofMillis(Math.round(delay + random * settings.jitter() * delay));
  }

  /** As {@link #delay}, but never before the server wants to be asked again. */
  public static Duration delay(
      RetrySettings settings, int attempt, double random, @Nullable Duration retryAfter) {
    Duration own = delay(settings, attempt, random);
    if (retryAfter == null || retryAfter.compareTo(own) <= 0) {
      return own;
    }
    return retryAfter.compareTo(LONGEST) < 0 ? retryAfter : LONGEST;
  }

  /**
   * Whether the time has come. A time that lies further ahead than anybody ever waits was written
   * before the clock was set back, and counts as come.
   */
  public static boolean isDue(@Nullable Instant next, Instant now) {
    return next == null || !next.isAfter(now) || next.isAfter(now.plus(LONGEST).plus(LONGEST));
  }
}
