package org.tidemark.server.overview.boundary;

import java.util.List;

/**
 * How many clients were there, and how their clocks go.
 *
 * @param bySeen how many were last seen within an hour, a day, seven days, thirty days, and before
 * @param byClock of those of the last seven days, how many had a clock that is behind by more than
 *     an hour, by more than a minute, by less; right within the tolerance; and ahead by as much
 */
public record SeenClients(List<Integer> bySeen, List<Integer> byClock) {
  /** How many numbers {@code bySeen} has. */
  public static final int AGES = 5;

  /** How many numbers {@code byClock} has; the one in the middle is of those that go right. */
  public static final int ERRORS = 7;

  public SeenClients {
    bySeen = List.copyOf(bySeen);
    byClock = List.copyOf(byClock);
  }

  public int total() {
    return sum(bySeen);
  }

  /** Those of the last seven days. */
  public int lastWeek() {
    return sum(byClock);
  }

  /** Of those of the last seven days, how many had a clock that had to be corrected. */
  public int wrongClocks() {
    return lastWeek() - byClock.get(ERRORS / 2);
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
