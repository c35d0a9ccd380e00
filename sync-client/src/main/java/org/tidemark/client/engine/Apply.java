package org.tidemark.client.engine;

import java.sql.SQLException;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.store.SettingTable;
import org.tidemark.client.transport.Change;
import org.tidemark.client.transport.ClosedConflict;
import org.tidemark.client.transport.PullPage;

/** Applies a page together with its cursor: both or neither. */
final class Apply {

  private final Ledger ledger;

  Apply(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Applies; tells how many records changed here. */
  int apply(PullPage page) {
    return ledger.change("apply", entry -> apply(entry, page));
  }

  private static int apply(Entry entry, PullPage page) throws SQLException {
    SettingTable settings = entry.tables().settings();
    long generation = entry.generation();
    int changed = 0;
    for (Change change : page.changes()) {
      if (entry.tables().records().receive(change, generation)) {
        changed++;
        entry.tell(new ClientEvent.RecordChanged(change.key()));
      }
    }
    for (ClosedConflict closed : page.resolvedConflicts()) {
      Closing.close(entry, closed);
    }
    Spaces.update(entry, page.spaces());
    settings.set(Names.CURSOR, page.cursor());
    if (!page.hasMore()) {
      settings.set(Names.LAST_PULL, entry.now().toEpochMilli());
      settings.set(Names.SERVER_TIME, page.serverTime().toEpochMilli());
      if (settings.get(Names.FRESH) != null) {
        settings.set(Names.FRESH, null);
        entry.tables().records().removeStale(generation);
      }
    }
    return changed;
  }

  /**
   * Forgets the cursor. What comes now replaces what is known, even with lower versions, since the
   * server may have been restored; what does not come is removed at the end. The outbox stays.
   */
  void startAfresh() {
    ledger.write(
        "start afresh",
        entry -> {
          SettingTable settings = entry.tables().settings();
          settings.set(Names.CURSOR, null);
          settings.set(Names.GENERATION, entry.generation() + 1);
          settings.set(Names.FRESH, true);
        });
  }
}
