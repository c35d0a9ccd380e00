package org.tidemark.client.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.store.Tables;

/** Cleans up now and then: old snapshots, closed conflicts, tombstones that the server forgot. */
final class Upkeep {

  private static final Duration EVERY = Duration.ofHours(1);

  /** Longer than a server gives answers again. */
  private static final Duration CLOSED_CONFLICTS = Duration.ofDays(90);

  private static final Duration TOMBSTONES = Duration.ofDays(90);

  private final Ledger ledger;
  private @Nullable Instant last;

  Upkeep(Ledger ledger) {
    this.ledger = ledger;
  }

  void run() {
    Instant now = ledger.now();
    Instant before = last;
    if (before != null && Duration.between(before, now).abs().compareTo(EVERY) < 0) {
      return;
    }
    last = now;
    ledger.write(
        "clean up",
        entry -> {
          Tables tables = entry.tables();
          tables.snapshots().removeBefore(now.minus(ledger.settings().undo().life()));
          tables.conflicts().removeClosed(now.minus(CLOSED_CONFLICTS));
          tables.records().removeTombstones(now.minus(TOMBSTONES));
        });
  }
}
