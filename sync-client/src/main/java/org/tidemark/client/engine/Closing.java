package org.tidemark.client.engine;

import java.sql.SQLException;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.client.transport.ClosedConflict;

/** Takes in that a conflict was closed, here with a lost answer, or elsewhere. */
final class Closing {

  private Closing() {}

  static void close(Entry entry, ClosedConflict closed) throws SQLException {
    ConflictState state =
        closed.status() == ClosedConflict.Status.RESOLVED
            ? ConflictState.RESOLVED
            : ConflictState.SUPERSEDED;
    entry.tables().conflicts().noteClosed(closed.conflictId(), state, entry.now());
    ConflictRow known = entry.tables().conflicts().find(closed.conflictId());
    if (known == null
        || (known.state() != ConflictState.OPEN && known.state() != ConflictState.DECIDED)) {
      return;
    }
    boolean nothingQueued = entry.tables().outbox().of(known.key()).isEmpty();
    if (!nothingQueued && known.state() == ConflictState.DECIDED) {
      // Our own decision is under way: its answer tells whether it was this one.
      return;
    }
    entry.tables().conflicts().become(known.id(), state, entry.now());
    entry.tell(new ClientEvent.ConflictClosed(known.key(), known.id()));
    if (nothingQueued && entry.tables().conflicts().waiting(known.key()) == null) {
      Replica before = entry.tables().records().find(known.key());
      Replica after = before.with(null);
      entry.snapshot(before, after, SnapshotReason.RESOLVED_ELSEWHERE);
      entry.store(after);
      entry.tell(new ClientEvent.RecordChanged(known.key()));
    }
  }
}
