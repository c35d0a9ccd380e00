package org.tidemark.testkit.world;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/**
 * A device's power and its disk: the one fails before or after the durable write that it was told
 * to fail at, the other is full for some writes.
 */
final class Power implements StoreObserver {
  private final Trace trace;
  private final Tally tally;
  private final Ledger ledger;
  private final int device;
  private final Set<String> written = new HashSet<>();
  private int writesLeft = -1;
  private boolean before;
  private boolean off;
  private boolean held;
  private int refusedWrites;

  Power(Trace trace, Tally tally, Ledger ledger, int device) {
    this.trace = trace;
    this.tally = tally;
    this.ledger = ledger;
    this.device = device;
  }

  /** Fails at a durable write; 0: at the next. */
  void failAfter(int writes, boolean beforeCommit) {
    writesLeft = writes;
    before = beforeCommit;
  }

  void comeBack() {
    off = false;
    writesLeft = -1;
  }

  /** The disk is full; so many writes are refused. */
  void fillDisk(int writes) {
    refusedWrites = writes;
  }

  /** Nothing fails while it is held. */
  void hold(boolean value) {
    held = value;
  }

  /** Whether a durable write of this name was ever made. */
  boolean hasWritten(String write) {
    return written.contains(write);
  }

  @Override
  public void beforeCommit(String write) {
    if (held) {
      return;
    }
    if (refusedWrites > 0) {
      refusedWrites--;
      trace.line("d" + device + " has no room to " + write);
      tally.add("disk full");
      throw new ClientException(StoreProblems.full("simulated"));
    }
    if (off || (writesLeft == 0 && before)) {
      cut("before " + write);
    }
  }

  @Override
  public void afterCommit(String write) {
    trace.line("d" + device + " wrote " + write);
    written.add(write);
    ledger.add(new Happening.Wrote(device, write));
    if (held) {
      return;
    }
    if (writesLeft == 0) {
      cut("after " + write);
    }
    writesLeft = Math.max(-1, writesLeft - 1);
  }

  /** Fails now. */
  void fail(String where) {
    cut(where);
  }

  private void cut(String where) {
    off = true;
    trace.line("d" + device + " loses power " + where);
    tally.add("power cut " + where);
    throw new PowerCut(where);
  }
}
