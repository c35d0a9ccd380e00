package org.tidemark.client.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** A stream that ends sooner has failed, and is opened again later each time. */
  private static final Duration LASTING = Duration.ofSeconds(10);

  private static final Duration SYNC_ENDS = Duration.ofSeconds(5);

  /** A read that waits may outlast this; it ends with the next heartbeat, and touches nothing. */
  private static final Duration LISTENING_ENDS = Duration.ofMillis(200);

  private final Engine engine;
  private final Ledger ledger;
  private volatile boolean running;
  private boolean ended;
  private @Nullable Thread syncing;
  private @Nullable Thread listening;

  public Background(Engine engine) {
    this.engine = engine;
    this.ledger = engine.ledger();
  }

  public synchronized void start() {
    if (running || ended) {
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
      } catch (RuntimeException | Error e) {
        // A full disk, want of memory, or a defect: none may end the loop for good.
        warn("sync failed", e);
        if (!sleep(ledger.settings().timing().poll())) {
          return;
        }
      }
    }
  }

  private void warn(String what, Throwable e) {
    if (e instanceof ClientException known) {
      ledger.log().warn(what + ": " + known.problem().code() + ": " + known.problem().detail());
    } else {
      ledger.log().warn(what, e);
    }
  }

  private Duration untilNext() {
    Duration poll = ledger.settings().timing().poll();
    if (engine.isPaused()) {
      return Duration.ofDays(1);
    }
    Instant now = ledger.now();
    if (engine.failures() > 0) {
      Instant quiet = engine.quietUntil();
      return failureDelay(
          engine.failures(), Backoff.isDue(quiet, now) ? null : Duration.between(now, quiet));
    }
    Optional<Instant> due =
        ledger.read(tables -> Selection.nextAttempt(tables.outbox().heads(), now));
    Duration wait = due.map(time -> Duration.between(now, time)).orElse(poll);
    Duration least = wait.isNegative() ? ledger.settings().retry().base() : wait;
    return least.compareTo(poll) < 0 ? least : poll;
  }

  private Duration failureDelay(int failures, @Nullable Duration retryAfter) {
    double random = ledger.settings().environment().jitter().next();
    return Backoff.delay(ledger.settings().retry(), Math.min(failures - 1, 30), random, retryAfter);
  }

  private void listenLoop() {
    int failures = 0;
    while (running) {
      try {
        engine.awaitOpen();
      } catch (InterruptedException e) {
        return;
      }
      Instant begun = ledger.now();
      AtomicBoolean heard = new AtomicBoolean();
      Duration retryAfter = listen(heard);
      boolean lasted = Duration.between(begun, ledger.now()).compareTo(LASTING) > 0;
      failures = lasted ? 1 : failures + 1;
      if (heard.get() || failures == 1) {
        // A sync tells whether the network is gone, or only the stream.
        ledger.edited().raise();
      }
      if (!sleep(failureDelay(failures, retryAfter))) {
        return;
      }
    }
  }

  /**
   * Listens until the stream ends; tells how long the server wants to be left alone, if it said.
   */
  private @Nullable Duration listen(AtomicBoolean heard) {
    try {
      engine
          .transport()
          .listen(
              () -> {
                heard.set(true);
                ledger.edited().raise();
              });
      return null;
    } catch (TransportException e) {
      return Failures.problem(e.failure()).retryAfter();
    } catch (RuntimeException | Error e) {
      // There is no token just now, say.
      warn("listening failed", e);
      return null;
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
    ended = true;
    engine.transport().close();
    ledger.edited().raise();
    end(syncing, SYNC_ENDS);
    end(listening, LISTENING_ENDS);
  }

  private static void end(@Nullable Thread thread, Duration within) {
    if (thread == null || thread == Thread.currentThread()) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(within.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
