package org.tidemark.testkit.world;

import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/** How often each kind of thing happened: a kind that never did was not tested. */
final class Tally {
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  void add(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** Adds what the ledger tells: verdicts, refusals and deeds. */
  SortedMap<String, Integer> with(Ledger ledger) {
    for (Happening happening : ledger.all()) {
      if (happening instanceof Happening.Answered answered) {
        ErrorAnswer error = answered.answer().error();
        add("verdict " + (error == null ? answered.answer().status().name() : error.code()));
      } else if (happening instanceof Happening.Acted acted) {
        add("deed " + acted.deed());
      } else if (happening instanceof Happening.CursorRefused) {
        add("cursor refused");
      } else if (happening instanceof Happening.Overridden) {
        add("overridden");
      }
    }
    return counts;
  }
}
