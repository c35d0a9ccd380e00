package org.tidemark.testkit.check;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Happening.Deed;

/**
 * The records that only grow and of which every edit was accepted: nothing was refused, settled by
 * a person or still waits. What they hold in the end follows from the edits alone.
 */
final class Untroubled {
  private final Set<RecordKey> troubled = new HashSet<>();

  Untroubled(Evidence evidence) {
    for (Happening happening : evidence.ledger().all()) {
      if (happening instanceof Happening.Answered answered
          && answered.answer().status() == SyncStatus.REJECTED) {
        troubled.add(answered.mutation().key());
      }
      if (happening instanceof Happening.Acted acted && acted.deed() != Deed.EDITED) {
        troubled.add(acted.key());
      }
    }
    evidence.server().conflicts().forEach(conflict -> troubled.add(conflict.key()));
    evidence.devices().forEach(device -> device.outbox().forEach(item -> troubled.add(item.key())));
  }

  boolean holds(RecordKey key) {
    return !troubled.contains(key);
  }
}
