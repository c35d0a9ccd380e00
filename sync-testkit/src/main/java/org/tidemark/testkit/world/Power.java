package org.tidemark.testkit.world;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.client.environment.StoreObserver;

/** A device's power: fails before or after the durable write that it was told to fail at. */
final class Power implements StoreObserver {
  private final Trace trace;
  private final Tally tally;
  private final int device;
  private final Set<String> written = new HashSet<>();
  private int writesLeft = -1;
  private boolean before;
  private boolean off;

  Power(Trace trace, Tally tally, int device) {
    this.trace = trace;
    this.tally = tally;
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

  /** Whether a durable write of this name was ever made. */
  boolean hasWritten(String write) {
    return written.contains(write);
  }

  @Override
  public void beforeCommit(String write) {
    if (off || (writesLeft == 0 && before)) {
      cut("before " + write);
    }
  }

  @Override
  public void afterCommit(String write) {
    trace.line("d" + device + " wrote " + write);
    written.add(write);
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
