package org.tidemark.testkit.world;

import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/** How often each kind of thing happened: a kind that never did was not tested. */
final class Tally {
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  void add(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** Adds what the ledger tells: verdicts, refusals, conflicts, decisions and deeds. */
  SortedMap<String, Integer> with(Ledger ledger) {
    ledger.all().forEach(this::add);
    return counts;
  }

  private void add(Happening happening) {
    if (happening instanceof Happening.Answered answered) {
      add("verdict " + outcome(answered.answer()));
      ConflictAnswer conflict = answered.answer().conflict();
      if (conflict != null) {
        add("conflict " + conflict.conflict().type());
      }
    } else if (happening instanceof Happening.Decided decided) {
      add("decision " + decided.request().resolution());
      add("decided " + outcome(decided.answer()));
    } else if (happening instanceof Happening.ConflictEnded ended) {
      add("conflict ended " + ended.conflict().status());
    } else if (happening instanceof Happening.Acted acted) {
      add("deed " + acted.deed());
    } else if (happening instanceof Happening.Refused refused) {
      add("refused " + refused.code());
    } else if (happening instanceof Happening.Overridden overridden) {
      add("overridden by " + overridden.by());
    } else if (happening instanceof Happening.Tended tended) {
      add("tended " + tended.cause());
    } else if (happening instanceof Happening.ConflictGivenUp) {
      add("conflict given up");
    }
  }

  private static String outcome(ItemAnswer answer) {
    ErrorAnswer error = answer.error();
    return error == null ? answer.status().name() : error.code();
  }
}
