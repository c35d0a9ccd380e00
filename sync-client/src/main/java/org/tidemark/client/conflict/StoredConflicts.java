package org.tidemark.client.conflict;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.client.store.SpaceTable;
import org.tidemark.client.store.Tables;
import org.tidemark.core.record.RecordKey;

/** The conflicts in the local database. */
public final class StoredConflicts implements Conflicts {

  private final Ledger ledger;

  public StoredConflicts(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<ConflictView> open() {
    return open(null, Integer.MAX_VALUE);
  }

  @Override
  public List<ConflictView> open(@Nullable String after, int limit) {
    return ledger.read(
        tables -> {
          List<ConflictView> views = new ArrayList<>();
          for (ConflictRow row : tables.conflicts().open(after, limit)) {
            views.add(view(tables, row));
          }
          return views;
        });
  }

  @Override
  public Optional<ConflictView> of(RecordKey record) {
    return ledger.read(tables -> optional(tables, tables.conflicts().open(record)));
  }

  @Override
  public int count() {
    return ledger.read(tables -> tables.conflicts().countOpen());
  }

  @Override
  public Optional<ConflictView> find(String conflictId) {
    return ledger.read(tables -> optional(tables, tables.conflicts().find(conflictId)));
  }

  private Optional<ConflictView> optional(Tables tables, @Nullable ConflictRow row)
      throws SQLException {
    return row == null ? Optional.empty() : Optional.of(view(tables, row));
  }

  private ConflictView view(Tables tables, ConflictRow row) throws SQLException {
    return ConflictView.of(
        row,
        tables.records().find(row.key()),
        ledger.policies().of(row.key().type(), row.key().space()));
  }

  @Override
  public ResolveResult resolve(String conflictId, Choice choice) {
    return decide(conflictId, null, choice);
  }

  @Override
  public ResolveResult resolve(String conflictId, String revision, Choice choice) {
    return decide(conflictId, revision, choice);
  }

  private ResolveResult decide(String conflictId, @Nullable String revision, Choice choice) {
    ResolveResult result =
        ledger.change(
            "resolve", entry -> new Resolving(entry).resolve(conflictId, revision, choice));
    ledger.edited().raise();
    return result;
  }

  @Override
  public Map<String, ResolveResult> resolveAll(List<String> conflictIds, Choice choice) {
    Map<String, ResolveResult> results = new LinkedHashMap<>();
    for (String id : conflictIds) {
      results.put(id, resolve(id, choice));
    }
    return results;
  }

  @Override
  public ResolveResult dismiss(String conflictId) {
    return ledger.change("dismiss conflict", entry -> dismiss(entry, conflictId));
  }

  private static ResolveResult dismiss(Entry entry, String conflictId) throws SQLException {
    Tables tables = entry.tables();
    ConflictRow row = tables.conflicts().find(conflictId);
    if (row == null) {
      return new ResolveResult.Unknown();
    }
    if (row.state() != ConflictState.OPEN) {
      return new ResolveResult.NotOpen(row.state());
    }
    SpaceTable.SpaceRow space = tables.spaces().find(row.key().space());
    if (space == null || space.lostAt() == null) {
      return new ResolveResult.Decidable();
    }
    tables.conflicts().become(conflictId, ConflictState.DISMISSED, entry.now());
    entry.tell(new ClientEvent.ConflictClosed(row.key(), conflictId));
    return new ResolveResult.Dismissed(forget(entry, row.key()));
  }

  /** Keeps what is here as a snapshot and forgets the record, unless edits of it wait. */
  private static OptionalLong forget(Entry entry, RecordKey key) throws SQLException {
    if (!entry.tables().outbox().of(key).isEmpty()) {
      return OptionalLong.empty();
    }
    Replica before = entry.tables().records().find(key);
    Replica after = Replica.unknown(key);
    OptionalLong undo = entry.snapshot(before, after, SnapshotReason.SPACE_LOST);
    entry.store(after);
    return undo;
  }
}
