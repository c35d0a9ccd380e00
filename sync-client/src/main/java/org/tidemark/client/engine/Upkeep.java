package org.tidemark.client.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.store.Tables;

/**
 * Cleans up now and then: old snapshots, closed conflicts, tombstones that the server forgot. Old
 * is what is so by the device's clock and by the server's: a clock that is set ahead for a minute
 * must not take away what nobody can make again.
 */
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
          Instant agreed = earlier(now, tables.settings().number(Names.SERVER_TIME, 0));
          tables.snapshots().removeBefore(agreed.minus(ledger.settings().undo().life()));
          tables.conflicts().removeClosed(agreed.minus(CLOSED_CONFLICTS));
          tables.records().removeTombstones(agreed.minus(TOMBSTONES));
        });
  }

  private static Instant earlier(Instant here, long serverMillis) {
    Instant there = Instant.ofEpochMilli(serverMillis);
    return here.isBefore(there) ? here : there;
  }
}
