package org.tidemark.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.LocalChain;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.ServerState;
import org.tidemark.client.transport.Change;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/**
 * The records: the server's side in some columns, the local chain in others, so that what is pulled
 * can't touch what was edited.
 *
 * <p>A generation is the time between two fresh starts. The server's side rises within one; with
 * the first sight in a new one it is replaced, since the server may have been restored.
 */
public final class RecordTable {

  private static final String NOT_DELETED =
      "case edited when 1 then local_data is not null else data is not null end";

  /** As {@link Replica#changedAt}. The index of the newest has this expression, to the letter. */
  private static final String CHANGED = "case edited when 1 then local_at else updated_at end";

  private static final String RECEIVE =
      """
      insert into record (space, type, id, version, updated_at, data, generation)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (space, type, id) do update set
        version = excluded.version, updated_at = excluded.updated_at, data = excluded.data,
        generation = excluded.generation
      where record.version is null or record.version < excluded.version
        or record.generation < excluded.generation
      """;

  static final String NEWEST =
      "select * from record where space = ? and type = ? and "
          + NOT_DELETED
          + " and "
          + CHANGED
          + " <= ? and ("
          + CHANGED
          + " < ? or id < ?) order by "
          + CHANGED
          + " desc, id desc limit ?";

  private static final String STORE =
      """
      insert into record (space, type, id, version, updated_at, data, generation, edited,
        local_data, local_at, base_version, base_claim, base_data, tail)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (space, type, id) do update set
        version = excluded.version, updated_at = excluded.updated_at, data = excluded.data,
        edited = excluded.edited, local_data = excluded.local_data, local_at = excluded.local_at,
        base_version = excluded.base_version, base_claim = excluded.base_claim,
        base_data = excluded.base_data, tail = excluded.tail
      """;

  private final Sql sql;

  RecordTable(Sql sql) {
    this.sql = sql;
  }

  public Replica find(RecordKey key) throws SQLException {
    Replica found =
        sql.one(
            RecordTable::replica,
            "select * from record where space = ? and type = ? and id = ?",
            key.space(),
            key.type(),
            key.id());
    return found == null ? Replica.unknown(key) : found;
  }

  /** Those that the newest snapshots before one are of, as far as there are any; one statement. */
  public Map<RecordKey, Replica> ofSnapshots(long before, int mostSnapshots) throws SQLException {
    Map<RecordKey, Replica> records = new HashMap<>();
    for (Replica record :
        sql.list(
            RecordTable::replica,
            """
            select * from record where (space, type, id) in (
              select space, type, id from snapshot
              where snapshot < ? order by snapshot desc limit ?)
            """,
            before,
            mostSnapshots)) {
      records.put(record.key(), record);
    }
    return records;
  }

  /** Records that are not deleted here, in the order of their ids. */
  public List<Replica> list(SpaceId space, EntityType type, @Nullable RecordId after, int limit)
      throws SQLException {
    return sql.list(
        RecordTable::replica,
        "select * from record where space = ? and type = ? and id > ? and "
            + NOT_DELETED
            + " order by id limit ?",
        space,
        type,
        after == null ? "" : after.value(),
        limit);
  }

  /** The same, the last changed first; null: from the front. */
  public List<Replica> newest(
      SpaceId space, EntityType type, @Nullable Instant changedAt, @Nullable RecordId id, int limit)
      throws SQLException {
    long at = changedAt == null ? Long.MAX_VALUE : changedAt.toEpochMilli();
    return sql.list(
        RecordTable::replica, NEWEST, space, type, at, at, id == null ? "" : id.value(), limit);
  }

  public long count(SpaceId space, EntityType type) throws SQLException {
    return sql.number(
        "select count(*) from record where space = ? and type = ? and " + NOT_DELETED, space, type);
  }

  public long count() throws SQLException {
    return sql.number("select count(*) from record where " + NOT_DELETED);
  }

  /** Takes in a change; false when it is not newer than what is known. */
  public boolean receive(Change change, long generation) throws SQLException {
    RecordKey key = change.key();
    return sql.run(
            RECEIVE,
            key.space(),
            key.type(),
            key.id(),
            change.version(),
            change.updatedAt(),
            change.data(),
            generation)
        > 0;
  }

  /** Stores a record; one of which nothing is known any more is removed. */
  public void store(Replica replica, long generation) throws SQLException {
    RecordKey key = replica.key();
    ServerState server = replica.server();
    LocalChain chain = replica.chain();
    if (server == null && chain == null) {
      remove(key);
      return;
    }
    sql.run(
        STORE,
        key.space(),
        key.type(),
        key.id(),
        server == null ? null : server.version(),
        server == null ? null : server.updatedAt(),
        server == null ? null : server.data(),
        generation,
        chain != null,
        chain == null ? null : chain.data(),
        chain == null ? null : chain.editedAt(),
        chain == null ? null : chain.baseVersion(),
        chain == null ? null : chain.claim().text(),
        chain == null ? null : chain.base(),
        chain == null ? null : chain.tail());
  }

  private void remove(RecordKey key) throws SQLException {
    sql.run(
        "delete from record where space = ? and type = ? and id = ?",
        key.space(),
        key.type(),
        key.id());
  }

  /** Removes clean records of a space. */
  public int removeClean(SpaceId space) throws SQLException {
    return sql.run("delete from record where space = ? and edited = 0", space);
  }

  /** After a fresh start: what did not come again is not on the server any more. */
  public int removeStale(long generation) throws SQLException {
    sql.run(
        "update record set version = null, updated_at = null, data = null, generation = ?"
            + " where generation < ? and edited = 1",
        generation,
        generation);
    return sql.run("delete from record where generation < ? and edited = 0", generation);
  }

  /** Forgets tombstones that the server has forgotten too. */
  public int removeTombstones(Instant before) throws SQLException {
    return sql.run(
        "delete from record where edited = 0 and data is null and updated_at < ?", before);
  }

  static RecordKey key(ResultSet row) throws SQLException {
    return new RecordKey(
        new SpaceId(row.getString("space")),
        new EntityType(row.getString("type")),
        new RecordId(row.getString("id")));
  }

  private static Replica replica(ResultSet row) throws SQLException {
    Integer version = Sql.whole(row, "version");
    ServerState server =
        version == null
            ? null
            : new ServerState(version, Sql.instantOf(row, "updated_at"), Sql.document(row, "data"));
    return new Replica(key(row), server, row.getInt("edited") == 1 ? chain(row) : null);
  }

  private static LocalChain chain(ResultSet row) throws SQLException {
    String tail = row.getString("tail");
    return new LocalChain(
        Sql.document(row, "local_data"),
        Sql.instantOf(row, "local_at"),
        Sql.whole(row, "base_version"),
        BaseClaim.parse(row.getString("base_claim")),
        Sql.document(row, "base_data"),
        tail == null ? null : new MutationId(tail));
  }
}
