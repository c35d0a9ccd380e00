package org.tidemark.client.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.retry.Backoff;
import org.tidemark.client.retry.Selection;
import org.tidemark.client.transport.TransportException;

/**
 * Syncs by itself: when something is edited, when the server announces a change, when an attempt is
 * due, and now and then. A thin loop over {@link Engine#sync}; a second thread listens.
 */
public final class Background {

  private final Engine engine;
  private final Ledger ledger;
  private volatile boolean running;
  private @Nullable Thread syncing;
  private @Nullable Thread listening;

  public Background(Engine engine) {
    this.engine = engine;
    this.ledger = engine.ledger();
  }

  public synchronized void start() {
    if (running) {
      return;
    }
    running = true;
    syncing = thread("tidemark-sync", this::syncLoop);
    listening = thread("tidemark-live", this::listenLoop);
  }

  private static Thread thread(String name, Runnable loop) {
    Thread thread = new Thread(loop, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void syncLoop() {
    while (running) {
      try {
        engine.sync();
        ledger.edited().await(untilNext());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // A full disk, or a defect: neither may end the loop for good.
        ledger.log().warn("sync failed: " + detail(e));
        if (!sleep(ledger.settings().timing().poll())) {
          return;
        }
      }
    }
  }

  private static String detail(RuntimeException e) {
    return e instanceof ClientException known ? known.problem().detail() : String.valueOf(e);
  }

  private Duration untilNext() {
    Duration poll = ledger.settings().timing().poll();
    if (engine.isPaused()) {
      return Duration.ofDays(1);
    }
    if (engine.failures() > 0) {
      return failureDelay(engine.failures());
    }
    Instant now = ledger.now();
    Optional<Instant> due =
        ledger.read(tables -> Selection.nextAttempt(tables.outbox().heads(), now));
    Duration wait = due.map(time -> Duration.between(now, time)).orElse(poll);
    Duration least = wait.isNegative() ? ledger.settings().retry().base() : wait;
    return least.compareTo(poll) < 0 ? least : poll;
  }

  private Duration failureDelay(int failures) {
    double random = ledger.settings().environment().jitter().next();
    return Backoff.delay(ledger.settings().retry(), Math.min(failures - 1, 30), random);
  }

  private void listenLoop() {
    int failures = 0;
    while (running) {
      try {
        engine.transport().listen(ledger.edited()::raise);
        failures = 0;
      } catch (TransportException e) {
        failures++;
      }
      if (!sleep(failureDelay(Math.max(1, failures)))) {
        return;
      }
    }
  }

  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Ends both threads, and with them every request that is under way. */
  public synchronized void stop() {
    running = false;
    engine.transport().close();
    ledger.edited().raise();
    end(syncing);
    end(listening);
  }

  private static void end(@Nullable Thread thread) {
    if (thread == null || thread == Thread.currentThread()) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
