package org.tidemark.it.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, never longer than a bound. */
public final class Await {

  private static final Duration STEP = Duration.ofMillis(20);

  private Await() {}

  /** Comes back when the condition holds; fails with its name when that takes too long. */
  public static void until(String what, Duration bound, BooleanSupplier condition) {
    if (!holdsWithin(bound, condition)) {
      throw new AssertionError("not within " + bound.toSeconds() + " s: " + what);
    }
  }

  /** Whether the condition comes to hold within the time. */
  public static boolean holdsWithin(Duration bound, BooleanSupplier condition) {
    var end = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(STEP);
    }
    return true;
  }

  /** Leaves a server that is not there a moment before it is asked again. */
  public static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
