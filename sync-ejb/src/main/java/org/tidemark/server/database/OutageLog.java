package org.tidemark.server.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Writes an outage of the database to the log once, whichever timers meet it, and once its end.
 *
 * <p>Timers come again by themselves, so they need do nothing else. Requests tell their callers.
 */
@ApplicationScoped
public class OutageLog {
  private static final Logger LOG = Logger.getLogger(OutageLog.class);

  private final AtomicBoolean isOut = new AtomicBoolean();

  /** Runs a timer's work with the database; an outage just ends it. */
  public void watch(Runnable work) {
    if (isDone(work) && isOut.compareAndSet(true, false)) {
      LOG.info("the database is reached again");
    }
  }

  /** Runs work that needs the database at times only, so that its success tells nothing of it. */
  public void watchOccasional(Runnable work) {
    isDone(work);
  }

  private boolean isDone(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      DatabaseException failure = DatabaseException.in(e);
      if (failure == null || !failure.isUnavailable()) {
        throw e;
      }
      if (isOut.compareAndSet(false, true)) {
        LOG.warnf("the database cannot be reached, timers wait for it: %s", failure.reason());
      }
      return false;
    }
  }
}
