package org.tidemark.client.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.core.record.MutationId;

/**
 * Gives the client and every queued mutation a new name, after the server knew the old as
 * another's.
 */
final class Renaming {

  private Renaming() {}

  static void rename(Entry entry) throws SQLException {
    entry.tables().settings().set(Names.CLIENT_ID, entry.newId().value());
    List<OutboxRow> rows = new ArrayList<>(entry.tables().outbox().queued());
    rows.addAll(entry.tables().outbox().waiting());
    Map<MutationId, MutationId> names = new HashMap<>();
    for (OutboxRow row : rows) {
      names.put(row.queued().id(), entry.newId());
    }
    for (OutboxRow row : rows) {
      Queued queued = row.queued();
      MutationId name = names.get(queued.id());
      if (name != null) {
        entry
            .tables()
            .outbox()
            .replace(queued.renamed(name, queued.baseVersion(), renamed(names, queued.previous())));
      }
    }
  }

  /** An answered one keeps its name: the server does not know it from this client any more. */
  private static @Nullable MutationId renamed(
      Map<MutationId, MutationId> names, @Nullable MutationId previous) {
    return previous == null ? null : names.get(previous);
  }
}
