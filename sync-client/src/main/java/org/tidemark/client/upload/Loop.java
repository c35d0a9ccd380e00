package org.tidemark.client.upload;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Signal;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.retry.Backoff;

/** The upload queue in the background: a thread of its own, so that data never wait for files. */
final class Loop {

  private final Ledger ledger;
  private final Worker worker;
  private final Signal signal = new Signal();
  private volatile boolean running;

  /** Whether the last sync failed; written by whoever syncs, one at a time. */
  private volatile boolean away;

  /** A sync came to its end again, and the uploads have not heard of it. */
  private volatile boolean back;

  private boolean ended;
  private @Nullable Thread thread;
  private Runnable unsubscribe = () -> {};

  Loop(Ledger ledger, Worker worker) {
    this.ledger = ledger;
    this.worker = worker;
  }

  synchronized void start() {
    if (running || ended) {
      return;
    }
    running = true;
    unsubscribe = ledger.events().subscribe(this::hear);
    // Not before: nobody would hear of a sync that fails in between.
    if (!worker.hasNetwork()) {
      away = true;
    }
    Thread started = new Thread(this::loop, "tidemark-upload");
    started.setDaemon(true);
    started.start();
    thread = started;
  }

  /** What an upload may have waited for. */
  private void hear(ClientEvent event) {
    if (event instanceof ClientEvent.ConflictClosed || event instanceof ClientEvent.SpaceGained) {
      signal.raise();
    } else if (event instanceof ClientEvent.StateChanged changed) {
      follow(changed.state());
    }
  }

  /**
   * What failed for want of a network needs not wait longer once a sync shows that there is one.
   */
  private void follow(SyncState state) {
    if (state == SyncState.OFFLINE) {
      away = true;
    } else if (state == SyncState.IDLE && away && worker.hasNetwork()) {
      away = false;
      back = true;
      signal.raise();
    }
  }

  private void loop() {
    int failures = 0;
    while (running) {
      try {
        if (back) {
          back = false;
          Changes.hurry(ledger, problem -> problem.kind() == ErrorKind.NETWORK);
        }
        failures = worker.run().problem() == null ? 0 : failures + 1;
        signal.await(untilNext(failures));
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // A full disk, want of memory, or a defect: none may end the loop for good.
        warn(e);
        failures++;
        if (!sleep(ledger.settings().timing().poll())) {
          return;
        }
      }
    }
  }

  private void warn(Throwable e) {
    if (e instanceof ClientException known) {
      Problem problem = known.problem();
      ledger.log().warn("upload failed: " + problem.code() + ": " + problem.detail());
    } else {
      ledger.log().warn("upload failed", e);
    }
  }

  private Duration untilNext(int failures) {
    if (worker.problem() != null) {
      return Duration.ofDays(1);
    }
    if (failures > 0) {
      double random = ledger.settings().environment().jitter().next();
      return Backoff.delay(ledger.settings().retry(), Math.min(failures - 1, 30), random);
    }
    Duration poll = ledger.settings().timing().poll();
    Instant next = worker.agenda().nextAttempt();
    Duration wait = next == null ? poll : Duration.between(ledger.now(), next);
    return wait.compareTo(poll) < 0 ? wait : poll;
  }

  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  void raise() {
    signal.raise();
  }

  /** Ends the thread; the worker must be closed before, or it goes on with what it does. */
  synchronized void stop() {
    running = false;
    ended = true;
    unsubscribe.run();
    signal.raise();
    Thread started = thread;
    if (started == null || started == Thread.currentThread()) {
      return;
    }
    started.interrupt();
    try {
      started.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
