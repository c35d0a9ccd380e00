package org.tidemark.server.bulk.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.tidemark.server.bulk.control.Chunks;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.database.Retry;
import org.tidemark.server.pull.control.ChangeNotices;

/**
 * Works on bulk jobs, on every node: a part of one, then of the next, until none is left.
 *
 * <p>A job's row is locked while a part of it is done, so what one node does another leaves alone.
 * There is no lease to run out: the lock of a node that dies is gone with its connection.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkWorker {
  private static final Logger LOG = Logger.getLogger(BulkWorker.class);
  private static final long PAUSE_MS = 500;

  /** Items in a transaction: it is over in some tenths of a second. */
  private static final int LARGEST = 200;

  @Inject private BulkStep step;
  @Inject private ChangeNotices notices;
  @Inject private InstantSource clock;
  @Inject private OutageLog outages;
  @Resource private ManagedScheduledExecutorService timer;

  @SuppressWarnings("NullAway.Init")
  private ScheduledFuture<?> working;

  private volatile boolean stopping;

  @PostConstruct
  void begin() {
    working = timer.scheduleWithFixedDelay(this::work, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    stopping = true;
    working.cancel(false);
  }

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void forget() {
    outages.watch(
        () -> {
          int steps = 0;
          while (step.forget(clock.instant()) && ++steps < LARGEST) {
            LOG.debug("removed a part of an old bulk job");
          }
        });
  }

  private void work() {
    try {
      outages.watch(this::workOff);
    } catch (RuntimeException e) {
      // An exception would end the schedule; the next turn begins anew.
      LOG.error("bulk jobs cannot go on", e);
    }
  }

  private void workOff() {
    Map<String, Integer> limits = new HashMap<>();
    boolean worked = true;
    while (worked && !stopping) {
      worked = false;
      List<String> due = step.due();
      limits.keySet().retainAll(due);
      for (String job : due) {
        worked |= !stopping && part(job, limits);
      }
    }
  }

  /** Does a part of a job; what fails is tried in smaller parts, down to the one item at fault. */
  private boolean part(String job, Map<String, Integer> limits) {
    int limit = limits.getOrDefault(job, LARGEST);
    try {
      Optional<Chunks.Done> done = Retry.races(() -> step.next(job, limit, clock.instant()));
      limits.put(job, Math.min(LARGEST, limit * 2));
      done.map(Chunks.Done::changed).ifPresent(notices::changed);
      return done.isPresent();
    } catch (RuntimeException failure) {
      if (Retry.isUnavailable(failure)) {
        throw failure;
      }
      if (limit > 1) {
        limits.put(job, limit / 2);
      } else {
        putAside(job, failure);
      }
      return true;
    }
  }

  private void putAside(String job, RuntimeException failure) {
    step.first(job)
        .ifPresent(
            ord -> {
              LOG.errorf(failure, "item %d of the bulk job %s cannot be dealt with", ord, job);
              step.putAside(job, ord, "The server could not do it. Its log says why.");
            });
  }
}
