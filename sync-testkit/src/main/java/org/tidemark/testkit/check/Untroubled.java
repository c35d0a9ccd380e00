package org.tidemark.testkit.check;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Happening.Deed;
import org.tidemark.testkit.server.StoredConflict;

/**
 * The records that only grow and of which every edit was accepted in the end: nothing was settled
 * or given up by a person, sent at the risk that it counts twice, or still waits. What they hold
 * follows from the edits alone; unless the server was restored, and has lost some.
 */
final class Untroubled {
  private final Set<RecordKey> troubled = new HashSet<>();
  private final boolean restored;

  Untroubled(Evidence evidence) {
    restored = evidence.ledger().restoredAt() != null;
    for (Happening.Acted acted : evidence.ledger().all(Happening.Acted.class)) {
      if (acted.deed() != Deed.EDITED && acted.deed() != Deed.RETRIED) {
        troubled.add(acted.key());
      }
    }
    for (StoredConflict conflict : evidence.server().conflicts()) {
      if (conflict.isOpen()) {
        troubled.add(conflict.key());
      }
    }
    evidence.devices().forEach(device -> device.outbox().forEach(item -> troubled.add(item.key())));
  }

  boolean holds(RecordKey key) {
    return !restored && !troubled.contains(key);
  }
}
