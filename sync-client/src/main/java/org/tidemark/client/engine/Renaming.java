package org.tidemark.client.engine;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.store.OutboxTable;
import org.tidemark.core.record.MutationId;

/**
 * Gives the client and every queued mutation a new name, after the server knew the old as
 * another's.
 */
final class Renaming {

  private Renaming() {}

  static void rename(Entry entry) throws SQLException {
    entry.tables().settings().set(Names.CLIENT_ID, entry.newId().value());
    entry.tables().settings().set(Names.CLIENT_ID_TAKEN, null);
    Map<MutationId, MutationId> names = new LinkedHashMap<>();
    for (OutboxTable.Name old : entry.tables().outbox().names()) {
      names.put(old.id(), entry.newId());
    }
    for (Map.Entry<MutationId, MutationId> each : names.entrySet()) {
      OutboxRow row = entry.tables().outbox().find(each.getKey());
      if (row != null) {
        Queued queued = row.queued();
        MutationId name = each.getValue();
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
