package org.tidemark.server.record.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.database.Weight;

/**
 * Locks and writes the records of one space by set.
 *
 * <p>Locks are taken in the order of (type, id), so that two batches in opposite orders wait for
 * each other instead of for ever. What exists is changed under its lock; of two transactions that
 * create one id the later one is refused by the key, and starts again.
 */
@ApplicationScoped
public class RecordStore {
  /** Locks in the order of the given keys: the lateral parts are run once for each, by index. */
  private static final String LOCK =
      "select r.entity_type, r.id, r.version, r.updated_at_ms, r.deleted, r.client_id, "
          + "c.conflict_id, "
          + Weight.columns("r", "data", "field_times")
          + """
        from unnest(?::text[], ?::text[]) k (entity_type, id)
       cross join lateral (
               select r.entity_type, r.id, r.version, r.updated_at_ms, r.deleted, r.data,
                      r.field_times, r.client_id
                 from record r
                where r.space = ? and r.entity_type = k.entity_type and r.id = k.id
                  for no key update) r
        left join lateral (
               select c.conflict_id
                 from conflict c
                where c.space = ? and c.entity_type = k.entity_type and c.id = k.id
                  and c.client_id = ? and c.status = 'OPEN'
               offset 0) c on true
      """;

  private static final String VERSIONS =
      """
      select r.entity_type, r.id, r.version
        from unnest(?::text[], ?::text[]) k (entity_type, id)
       cross join lateral (
               select r.entity_type, r.id, r.version from record r
                where r.space = ? and r.entity_type = k.entity_type and r.id = k.id
                offset 0) r
      """;

  /** The counter is taken in the statement that needs it: the last lock, held for the shortest. */
  private static final String COUNTER =
      """
      with counter as (
        update space set seq = seq + ? where id = ? returning seq - ? as before
      )
      """;

  private static final String STATES =
      """
        from counter, unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::boolean[], ?::text[],
                             ?::text[], ?::text[], ?::text[], ?::text[])
                      with ordinality u (entity_type, id, version, updated_at_ms, deleted, data,
                                         field_times, client_id, mutation_id, written_by, ord)
      """;

  private static final String CREATE =
      COUNTER
          + """
          insert into record (space, written_at, seq, entity_type, id, version, updated_at_ms,
                              deleted, data, field_times, client_id, mutation_id, written_by)
          select ?, ?, counter.before + u.ord, u.entity_type, u.id, u.version, u.updated_at_ms,
                 u.deleted, u.data, u.field_times, u.client_id, u.mutation_id, u.written_by
          """
          + STATES;

  private static final String CHANGE =
      COUNTER
          + """
          update record r
             set written_at = ?, seq = counter.before + u.ord, version = u.version,
                 updated_at_ms = u.updated_at_ms, deleted = u.deleted, purged = false,
                 data = u.data, field_times = u.field_times, client_id = u.client_id,
                 mutation_id = u.mutation_id, written_by = u.written_by
          """
          + STATES
          + " where r.space = ? and r.entity_type = u.entity_type and r.id = u.id";

  static final List<Column<WrittenState>> STATE_COLUMNS =
      List.of(
          Column.text(w -> w.key().type().value()),
          Column.text(w -> w.key().id().value()),
          Column.of("int4", w -> w.state().version()),
          Column.of("int8", w -> w.state().updatedAt().toEpochMilli()),
          Column.of("bool", w -> w.state().deleted()),
          Column.text(w -> text(w.state().data())),
          Column.text(w -> w.state().fieldTimes().text(w.state().updatedAt())),
          Column.text(w -> w.writer().clientId().value()),
          Column.text(w -> w.writer().mutationId().value()),
          Column.text(w -> w.writer().user()));

  /**
   * Locks those of the records that exist, and reads them as they are then.
   *
   * @throws org.tidemark.server.failure.SyncException {@code BATCH_TOO_LARGE}
   */
  public Map<RecordKey, LockedRecord> lock(
      Connection connection, SpaceId space, Collection<RecordKey> keys, ClientId clientId)
      throws SQLException {
    Map<RecordKey, LockedRecord> locked = new HashMap<>();
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      bindKeys(lock, 1, keys);
      lock.setString(3, space.value());
      lock.setString(4, space.value());
      lock.setString(5, clientId.value());
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          Weight.check(row);
          RecordKey key =
              new RecordKey(
                  space,
                  new EntityType(row.getString("entity_type")),
                  new RecordId(row.getString("id")));
          locked.put(key, new LockedRecord(state(row), row.getString("conflict_id")));
        }
      }
    }
    return locked;
  }

  /** The versions that records have now, which nothing holds; an absent one does not exist. */
  public Map<RecordKey, Integer> versions(
      Connection connection, SpaceId space, Collection<RecordKey> keys) throws SQLException {
    Map<RecordKey, Integer> versions = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(VERSIONS)) {
      bindKeys(select, 1, keys);
      select.setString(3, space.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          EntityType type = new EntityType(row.getString("entity_type"));
          RecordKey key = new RecordKey(space, type, new RecordId(row.getString("id")));
          versions.put(key, row.getInt("version"));
        }
      }
    }
    return versions;
  }

  /**
   * Writes the newest states of records of one space and takes numbers of its feed.
   *
   * @param closings how many numbers to take besides, for conflicts that are closed
   */
  public void write(
      Connection connection, SpaceId space, List<NewState> states, int closings, Instant now)
      throws SQLException {
    List<WrittenState> created = written(states, false);
    List<WrittenState> changed = written(states, true);
    if (!changed.isEmpty()) {
      change(connection, space, changed, created.isEmpty() ? closings : 0, now);
    }
    if (!created.isEmpty() || changed.isEmpty()) {
      create(connection, space, created, closings, now);
    }
  }

  private static void create(
      Connection connection, SpaceId space, List<WrittenState> states, int closings, Instant now)
      throws SQLException {
    try (PreparedStatement create = connection.prepareStatement(CREATE)) {
      bindCounter(create, space, states.size() + closings);
      create.setString(4, space.value());
      create.setObject(5, time(now));
      SqlArrays.bind(create, 6, states, STATE_COLUMNS);
      create.executeUpdate();
    }
  }

  private static void change(
      Connection connection, SpaceId space, List<WrittenState> states, int closings, Instant now)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
      bindCounter(change, space, states.size() + closings);
      change.setObject(4, time(now));
      SqlArrays.bind(change, 5, states, STATE_COLUMNS);
      change.setString(5 + STATE_COLUMNS.size(), space.value());
      if (change.executeUpdate() != states.size()) {
        throw new IllegalStateException("a locked record is gone");
      }
    }
  }

  private static void bindCounter(PreparedStatement statement, SpaceId space, int numbers)
      throws SQLException {
    statement.setInt(1, numbers);
    statement.setString(2, space.value());
    statement.setInt(3, numbers);
  }

  private static List<WrittenState> written(List<NewState> states, boolean exists) {
    return states.stream()
        .filter(state -> state.exists() == exists)
        .map(NewState::written)
        .toList();
  }

  /**
   * The newest state of a record in a transaction.
   *
   * @param exists whether the record was found and locked
   */
  public record NewState(WrittenState written, boolean exists) {}

  static void bindKeys(PreparedStatement statement, int from, Collection<RecordKey> keys)
      throws SQLException {
    List<RecordKey> sorted = keys.stream().sorted().toList();
    SqlArrays.bind(
        statement,
        from,
        sorted,
        List.of(Column.text(k -> k.type().value()), Column.text(k -> k.id().value())));
  }

  /** Reads a state from the columns of its row. */
  public static RecordState state(ResultSet row) throws SQLException {
    String data = row.getString("data");
    Instant updatedAt = Instant.ofEpochMilli(row.getLong("updated_at_ms"));
    return new RecordState(
        row.getInt("version"),
        updatedAt,
        row.getBoolean("deleted"),
        data == null ? null : Document.ofCanonical(data),
        FieldTimes.parse(row.getString("field_times"), updatedAt),
        new ClientId(row.getString("client_id")));
  }

  private static @Nullable String text(@Nullable Document data) {
    return data == null ? null : data.text();
  }
}
