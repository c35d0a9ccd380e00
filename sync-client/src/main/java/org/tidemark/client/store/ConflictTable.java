package org.tidemark.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.decide.ConflictPayloads;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** The conflicts that were received, closed ones too until they are cleaned away. */
public final class ConflictTable {

  private static final String WAITING = " state in ('OPEN', 'DECIDED')";

  private final Sql sql;

  ConflictTable(Sql sql) {
    this.sql = sql;
  }

  public void store(ConflictRow conflict) throws SQLException {
    RecordKey key = conflict.key();
    sql.run(
        """
        insert or replace into conflict (conflict, space, type, id, state, detected_at, payload,
          tail, base_version, base_claim)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        conflict.id(),
        key.space(),
        key.type(),
        key.id(),
        conflict.state().name(),
        conflict.detectedAt(),
        ConflictPayloads.toJson(conflict.told(), conflict.id()).canonicalText(),
        conflict.tail(),
        conflict.baseVersion(),
        conflict.claim().text());
  }

  public void become(String id, ConflictState state, Instant at) throws SQLException {
    sql.run(
        "update conflict set state = ?, closed_at = ? where conflict = ?", state.name(), at, id);
  }

  public @Nullable ConflictRow find(String id) throws SQLException {
    return sql.one(ConflictTable::row, "select * from conflict where conflict = ?", id);
  }

  /** The conflict of a record that is open, or decided here and not yet on the server. */
  public @Nullable ConflictRow waiting(RecordKey key) throws SQLException {
    return sql.one(
        ConflictTable::row,
        "select * from conflict where space = ? and type = ? and id = ? and"
            + WAITING
            + " order by detected_at desc limit 1",
        key.space(),
        key.type(),
        key.id());
  }

  /**
   * Those that wait for a person, oldest first.
   *
   * @param after the last one of the page before, which may be closed meanwhile; null, or one that
   *     is not known any more: from the beginning
   */
  public List<ConflictRow> open(@Nullable String after, int most) throws SQLException {
    return sql.list(
        ConflictTable::row,
        """
        select * from conflict where state = 'OPEN' and (detected_at, conflict) >
          (coalesce((select detected_at from conflict where conflict = ?), -1), ?)
        order by detected_at, conflict limit ?
        """,
        after,
        after == null ? "" : after,
        most);
  }

  public @Nullable ConflictRow open(RecordKey key) throws SQLException {
    ConflictRow row = waiting(key);
    return row == null || row.state() != ConflictState.OPEN ? null : row;
  }

  public int countOpen() throws SQLException {
    return (int) sql.number("select count(*) from conflict where state = 'OPEN'");
  }

  public boolean anyWaiting(SpaceId space) throws SQLException {
    return sql.number("select count(*) from conflict where space = ? and" + WAITING, space) > 0;
  }

  /** Notes how the server has closed a conflict, be it known here or not yet. */
  public void noteClosed(String id, ConflictState state, Instant at) throws SQLException {
    sql.run(
        "insert or ignore into closed_conflict (conflict, state, closed_at) values (?, ?, ?)",
        id,
        state.name(),
        at);
  }

  /**
   * How the server has closed a conflict; null: not that we know. An answer that was lost and comes
   * again may still tell of it as open, since a receipt is given word for word.
   */
  public @Nullable ConflictState closedAs(String id) throws SQLException {
    return sql.one(
        row -> ConflictState.valueOf(row.getString(1)),
        "select state from closed_conflict where conflict = ?",
        id);
  }

  /** Forgets conflicts that were closed long ago. */
  public void removeClosed(Instant before) throws SQLException {
    sql.run("delete from conflict where not (" + WAITING + ") and closed_at < ?", before);
    sql.run("delete from closed_conflict where closed_at < ?", before);
  }

  private static ConflictRow row(ResultSet row) throws SQLException {
    String tail = row.getString("tail");
    return new ConflictRow(
        row.getString("conflict"),
        RecordTable.key(row),
        ConflictState.valueOf(row.getString("state")),
        Sql.instantOf(row, "detected_at"),
        ConflictPayloads.fromJson(JsonReader.readStored(row.getString("payload"))),
        tail == null ? null : new MutationId(tail),
        Sql.whole(row, "base_version"),
        BaseClaim.parse(row.getString("base_claim")));
  }
}
