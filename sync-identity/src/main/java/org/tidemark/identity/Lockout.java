package org.tidemark.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Shuts an account after failed attempts to sign in: five are free, then each failure shuts it for
 * twice as long as the one before, from half a minute up to a quarter of an hour.
 *
 * <p>While it is shut no password opens it. A success, or a day without a failure, forgets all.
 */
final class Lockout {
  static final int FREE = 5;
  static final Duration FIRST = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofDays(1);

  private final InstantSource clock;
  private final Map<String, Failures> accounts = new HashMap<>();

  Lockout(InstantSource clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  synchronized boolean isShut(String account) {
    Failures failures = accounts.get(account);
    return failures != null && clock.instant().isBefore(failures.last().plus(pause(failures)));
  }

  synchronized void failed(String account) {
    Instant now = clock.instant();
    Failures before = accounts.get(account);
    int remembered =
        before == null || before.last().plus(MEMORY).isBefore(now) ? 0 : before.count();
    accounts.put(account, new Failures(remembered + 1, now));
  }

  synchronized void succeeded(String account) {
    accounts.remove(account);
  }

  private static Duration pause(Failures failures) {
    int over = failures.count() - FREE;
    if (over < 0) {
      return Duration.ZERO;
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(over, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
