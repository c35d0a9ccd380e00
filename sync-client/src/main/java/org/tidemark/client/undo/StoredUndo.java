package org.tidemark.client.undo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Fingerprints;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.record.Views;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.store.SnapshotRow;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;

/** Undo from the local database. */
public final class StoredUndo implements Undo {

  /** No snapshot has this id; all are before it. */
  private static final long NEWEST = Long.MAX_VALUE;

  private final Ledger ledger;

  public StoredUndo(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Snapshot> recent(int limit) {
    return ledger.read(tables -> shown(tables.snapshots().recent(NEWEST, limit)));
  }

  @Override
  public List<Offer> offers(@Nullable Long before, int limit) {
    long end = before == null ? NEWEST : before;
    return ledger.read(
        tables -> {
          Map<RecordKey, Replica> records = tables.records().ofSnapshots(end, limit);
          Views views = new Views(tables, ledger.policies());
          List<Offer> offers = new ArrayList<>();
          for (Snapshot snapshot : shown(tables.snapshots().recent(end, limit))) {
            Replica record = records.get(snapshot.key());
            Document now = record == null ? null : views.shown(record);
            offers.add(new Offer(snapshot, isOverOthers(snapshot, now)));
          }
          return offers;
        });
  }

  private static boolean isOverOthers(Snapshot snapshot, @Nullable Document now) {
    return switch (snapshot.reason()) {
      case SERVER_WINS, MERGED, RESOLVED, RESOLVED_ELSEWHERE ->
          now != null && !now.equals(snapshot.data());
      case RESOLVED_SERVER_SIDE, DELETED, EDITED_OVER, DISMISSED, RESTORED, SPACE_LOST -> false;
    };
  }

  @Override
  public List<Snapshot> list(RecordKey key) {
    return ledger.read(tables -> shown(tables.snapshots().of(key)));
  }

  @Override
  public Optional<Snapshot> latest(String type, String id) {
    String problem = RecordId.problem(id);
    if (problem != null) {
      throw new ClientException(Problems.invalidInput("the id " + problem));
    }
    return latest(
        new RecordKey(ledger.settings().usualSpace(), new EntityType(type), new RecordId(id)));
  }

  @Override
  public Optional<Snapshot> latest(RecordKey key) {
    List<Snapshot> all = list(key);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  @Override
  public RestoreResult restore(long snapshotId) {
    return restore(snapshotId, false);
  }

  @Override
  public RestoreResult restore(long snapshotId, boolean overLaterEdit) {
    RestoreResult result =
        ledger.change("restore", entry -> restore(entry, snapshotId, overLaterEdit));
    ledger.edited().raise();
    return result;
  }

  private static RestoreResult restore(Entry entry, long snapshotId, boolean overLaterEdit)
      throws SQLException {
    SnapshotRow snapshot = entry.tables().snapshots().find(snapshotId);
    if (snapshot == null) {
      return new RestoreResult.Gone();
    }
    Replica before = entry.tables().records().find(snapshot.key());
    boolean asLeft = Fingerprints.of(before.local()).equals(snapshot.undoes());
    if (!asLeft && !overLaterEdit && !before.shows(snapshot.data())) {
      return new RestoreResult.LaterEdit(view(entry, before));
    }
    Replica after = entry.edit(snapshot.key(), snapshot.data());
    entry.snapshot(before, after, SnapshotReason.RESTORED);
    return new RestoreResult.Restored(view(entry, after));
  }

  private static @Nullable RecordView view(Entry entry, Replica replica) throws SQLException {
    return new Views(entry.tables(), entry.policies()).of(replica);
  }

  private static List<Snapshot> shown(List<SnapshotRow> rows) {
    List<Snapshot> snapshots = new ArrayList<>();
    for (SnapshotRow row : rows) {
      snapshots.add(new Snapshot(row.id(), row.key(), row.takenAt(), row.reason(), row.data()));
    }
    return snapshots;
  }
}
