package org.tidemark.console.live;

/** Keeps something that may take long, such as a search in texts, to a small part of the time. */
final class Rest {
  /** How many times as long as the work the rest after it is. */
  private static final int TIMES = 20;

  private long untilNanos;
  private boolean begun;

  /** Whether the work may be done again; times are of {@link System#nanoTime()}. */
  boolean isOver(long nowNanos) {
    return !begun || nowNanos - untilNanos >= 0;
  }

  /** The work was done within this time. */
  void after(long begunNanos, long endedNanos) {
    begun = true;
    untilNanos = endedNanos + TIMES * (endedNanos - begunNanos);
  }
}
