package org.tidemark.client.ledger;

import java.time.Duration;

/** Wakes whoever waits for something to do; a call while nobody waits is remembered. */
public final class Signal {

  private boolean raised;

  public synchronized void raise() {
    raised = true;
    notifyAll();
  }

  /** Waits for a call, but no longer than this. */
  public synchronized void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!raised) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
    raised = false;
  }
}
