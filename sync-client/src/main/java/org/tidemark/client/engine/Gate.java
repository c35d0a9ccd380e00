package org.tidemark.client.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.retry.Backoff;

/**
 * Whether requests may be made: not while a person must sign in, nor before the time that the
 * server named. The time is kept over a restart; the pause is not, since the next start may bring
 * good credentials.
 */
final class Gate {

  private final Ledger ledger;
  private volatile @Nullable Problem problem;
  private volatile boolean paused;
  private volatile SyncState state = SyncState.IDLE;
  private int failures;

  /** How often somebody has signed in, and how often when the sync that is under way began. */
  private int signIns;

  private int signInsBefore;

  Gate(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Begins a sync, unless something forbids it. */
  void enter() throws Stopped {
    synchronized (this) {
      signInsBefore = signIns;
    }
    Problem known = problem;
    if (paused && known != null) {
      throw new Stopped(known);
    }
    Instant now = ledger.now();
    Instant quiet = quietUntil();
    if (!Backoff.isDue(quiet, now)) {
      throw new Stopped(known == null ? Problems.patience(quiet) : known);
    }
    become(SyncState.SYNCING);
  }

  /** The time before which the server does not want to be asked; long ago when it has not said. */
  Instant quietUntil() {
    return ledger.read(
        tables -> Instant.ofEpochMilli(tables.settings().number(Names.QUIET_UNTIL, 0)));
  }

  /** A request failed as a whole. */
  void failed(Problem failure) {
    failures++;
    synchronized (this) {
      problem = failure;
      // What was refused may have been asked with what was good before somebody signed in.
      paused = Failures.pausesAll(failure) && signIns == signInsBefore;
    }
    Duration wait = failure.retryAfter();
    if (wait != null) {
      Duration bounded = wait.compareTo(Backoff.LONGEST) < 0 ? wait : Backoff.LONGEST;
      ledger.write(
          "quiet",
          entry ->
              entry
                  .tables()
                  .settings()
                  .set(Names.QUIET_UNTIL, entry.now().plus(bounded).toEpochMilli()));
    }
    ledger.log().warn(failure.code() + ": " + failure.detail() + correlation(failure));
    ledger.events().tell(new ClientEvent.Failed(failure));
  }

  /** Something on this device stands in the way, which may become right by itself. */
  void hindered(Problem failure) {
    problem = failure;
    failures++;
    ledger.log().warn(failure.code() + ": " + failure.detail());
    ledger.events().tell(new ClientEvent.Failed(failure));
  }

  private static String correlation(Problem failure) {
    return failure.correlationId() == null ? "" : " [" + failure.correlationId() + "]";
  }

  /** A sync came to its end. */
  void succeeded() {
    problem = null;
    failures = 0;
    become(SyncState.IDLE);
  }

  /** A sync was ended by a failure. */
  void ended(Problem failure) {
    if (paused) {
      become(SyncState.PAUSED);
    } else {
      become(failure.kind() == ErrorKind.NETWORK ? SyncState.OFFLINE : SyncState.IDLE);
    }
  }

  /** A sync has ended, be it by a defect. */
  void leave() {
    if (state == SyncState.SYNCING) {
      become(SyncState.IDLE);
    }
  }

  /** Somebody signed in, or the client has a new name. */
  void open() {
    synchronized (this) {
      signIns++;
      paused = false;
      problem = null;
      notifyAll();
    }
    become(SyncState.IDLE);
  }

  /** Waits while a person must do something first. */
  synchronized void awaitOpen() throws InterruptedException {
    while (paused) {
      wait();
    }
  }

  void become(SyncState next) {
    if (state != next && state != SyncState.CLOSED) {
      state = next;
      ledger.events().tell(new ClientEvent.StateChanged(next));
    }
  }

  SyncState state() {
    return state;
  }

  boolean isPaused() {
    return paused;
  }

  int failures() {
    return failures;
  }

  @Nullable Problem problem() {
    return problem;
  }
}
