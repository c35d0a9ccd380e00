package org.tidemark.server.metrics.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts in memory what a timer adds to the hour's rows.
 *
 * <p>A push only adds to a number: no statement, no lock, nothing that two batches share. What a
 * server has not written yet when it dies is not counted; these numbers are for looking at.
 */
@ApplicationScoped
public class Tallies {
  private final Map<Tally, LongAdder> counts = new EnumMap<>(Tally.class);

  public Tallies() {
    for (Tally tally : Tally.values()) {
      counts.put(tally, new LongAdder());
    }
  }

  /** Adds to a count. */
  public void add(Tally tally, long count) {
    LongAdder adder = counts.get(tally);
    if (adder != null) {
      adder.add(count);
    }
  }

  /** Gives what was counted since the last time, and begins anew; what is zero is left out. */
  public Map<Tally, Long> take() {
    Map<Tally, Long> taken = new EnumMap<>(Tally.class);
    counts.forEach(
        (tally, adder) -> {
          long count = adder.sumThenReset();
          if (count != 0) {
            taken.put(tally, count);
          }
        });
    return taken;
  }
}
