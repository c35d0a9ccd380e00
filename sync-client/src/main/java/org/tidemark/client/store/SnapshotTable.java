package org.tidemark.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.core.record.RecordKey;

/** Snapshots for undo. */
public final class SnapshotTable {

  private final Sql sql;

  SnapshotTable(Sql sql) {
    this.sql = sql;
  }

  /** Adds a snapshot, forgets the record's oldest beyond {@code most}, and gives its id. */
  public long add(SnapshotRow snapshot, int most) throws SQLException {
    RecordKey key = snapshot.key();
    long id =
        sql.insert(
            """
        insert into snapshot (space, type, id, taken_at, reason, data, undoes)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
            key.space(),
            key.type(),
            key.id(),
            snapshot.takenAt(),
            snapshot.reason().name(),
            snapshot.data(),
            snapshot.undoes());
    sql.run(
        """
        delete from snapshot where snapshot in (
          select snapshot from snapshot where space = ? and type = ? and id = ?
          order by snapshot desc limit -1 offset ?)
        """,
        key.space(),
        key.type(),
        key.id(),
        most);
    return id;
  }

  public @Nullable SnapshotRow find(long id) throws SQLException {
    return sql.one(SnapshotTable::row, "select * from snapshot where snapshot = ?", id);
  }

  public List<SnapshotRow> of(RecordKey key) throws SQLException {
    return sql.list(
        SnapshotTable::row,
        "select * from snapshot where space = ? and type = ? and id = ? order by snapshot desc",
        key.space(),
        key.type(),
        key.id());
  }

  /** The newest before one. */
  public List<SnapshotRow> recent(long before, int limit) throws SQLException {
    return sql.list(
        SnapshotTable::row,
        "select * from snapshot where snapshot < ? order by snapshot desc limit ?",
        before,
        limit);
  }

  public int removeBefore(Instant time) throws SQLException {
    return sql.run("delete from snapshot where taken_at < ?", time);
  }

  private static SnapshotRow row(ResultSet row) throws SQLException {
    return new SnapshotRow(
        row.getLong("snapshot"),
        RecordTable.key(row),
        Sql.instantOf(row, "taken_at"),
        SnapshotReason.valueOf(row.getString("reason")),
        Sql.document(row, "data"),
        row.getString("undoes"));
  }
}
