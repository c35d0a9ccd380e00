package org.tidemark.server.database;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs a transaction again when it lost a race.
 *
 * <p>Always safe for what keeps receipts: a transaction that had committed without our knowing is
 * found by its receipts. Call it from outside any transaction.
 */
public final class Retry {
  private static final Logger LOG = Logger.getLogger(Retry.class);
  private static final int MOST_ATTEMPTS = 8;
  private static final long FIRST_PAUSE_NANOS = 1_000_000;

  private Retry() {}

  /** The answer of the first attempt that is not in another transaction's way. */
  public static <T> T races(Supplier<T> transaction) {
    return races(MOST_ATTEMPTS, transaction);
  }

  /** As {@link #races(Supplier)}, with another bound on the attempts. */
  public static <T> T races(int mostAttempts, Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        DatabaseException failure = DatabaseException.in(e);
        if (failure == null || !failure.isRace() || attempt == mostAttempts) {
          throw e;
        }
        LOG.debugf("lost a race, attempt %d: %s", attempt, failure.getMessage());
        long pause = FIRST_PAUSE_NANOS << attempt;
        LockSupport.parkNanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      }
    }
  }

  /** Whether a concurrent transaction was in the way. */
  public static boolean isRace(Throwable e) {
    DatabaseException failure = DatabaseException.in(e);
    return failure != null && failure.isRace();
  }

  /**
   * Whether the database cannot serve this now, so that the caller should come again. A unique key
   * that is still taken after the last attempt is a defect, which coming again does not cure.
   */
  public static boolean isUnavailable(Throwable e) {
    DatabaseException failure = DatabaseException.in(e);
    return failure != null && (failure.isUnavailable() || failure.isContention());
  }
}
