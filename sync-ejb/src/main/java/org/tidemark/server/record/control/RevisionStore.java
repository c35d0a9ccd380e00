package org.tidemark.server.record.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.database.Weight;

/**
 * Keeps the past states of records, and the sides that lost.
 *
 * <p>A record's present state stands in its own row; it is copied here when it is replaced, so a
 * creation writes its body once.
 */
@ApplicationScoped
public class RevisionStore {
  private static final String ARCHIVE =
      """
      insert into revision (space, entity_type, id, version, beside, updated_at_ms, deleted, data,
                            field_times, client_id, mutation_id, written_by, written_at)
      select r.*
        from unnest(?::text[], ?::text[]) k (entity_type, id)
       cross join lateral (
               select r.space, r.entity_type, r.id, r.version, '', r.updated_at_ms, r.deleted,
                      r.data, r.field_times, r.client_id, r.mutation_id, r.written_by, ?::timestamptz
                 from record r
                where r.space = ? and r.entity_type = k.entity_type and r.id = k.id
                offset 0) r
      on conflict do nothing
      """;

  private static final String INSERT =
      """
      insert into revision (space, written_at, entity_type, id, version, updated_at_ms, deleted,
                            data, field_times, client_id, mutation_id, written_by, beside)
      select ?, ?, * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::boolean[],
                                 ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
      on conflict do nothing
      """;

  private static final String FIND =
      "select k.ord, r.updated_at_ms, "
          + Weight.columns("r", "data", "field_times")
          + """
        from unnest(?::text[], ?::text[], ?::int[]) with ordinality k (entity_type, id, version, ord)
       cross join lateral (
               select r.data, r.updated_at_ms, r.field_times from revision r
                where r.space = ? and r.entity_type = k.entity_type and r.id = k.id
                  and r.version = k.version and r.beside = ''
                offset 0) r
      """;

  private static final List<Column<Kept>> COLUMNS = keptColumns();

  /** A state to keep: on the chain, or beside it. */
  public record Kept(WrittenState written, boolean beside) {}

  /** Names one past state of a record. */
  public record RevisionName(RecordKey key, int version) {}

  /**
   * Copies the present states of locked records, which are about to be replaced.
   *
   * @param now from when on they are history: how long they are kept does not depend on how long
   *     they stood
   */
  public void archive(Connection connection, SpaceId space, Collection<RecordKey> keys, Instant now)
      throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement archive = connection.prepareStatement(ARCHIVE)) {
      RecordStore.bindKeys(archive, 1, keys);
      archive.setObject(3, time(now));
      archive.setString(4, space.value());
      archive.executeUpdate();
    }
  }

  /** Writes states that never were a record's row, all made at one time. */
  public void insert(Connection connection, SpaceId space, List<Kept> kept) throws SQLException {
    if (kept.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, space.value());
      insert.setObject(2, time(kept.get(0).written().writer().at()));
      SqlArrays.bind(insert, 3, kept, COLUMNS);
      insert.executeUpdate();
    }
  }

  /** Past states as bases of merges; an absent key is not kept any more. */
  public Map<RevisionName, BaseState> find(
      Connection connection, SpaceId space, Collection<RevisionName> names) throws SQLException {
    Map<RevisionName, BaseState> found = new HashMap<>();
    if (names.isEmpty()) {
      return found;
    }
    List<RevisionName> asked = List.copyOf(names);
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      SqlArrays.bind(
          find,
          1,
          asked,
          List.of(
              Column.text(n -> n.key().type().value()),
              Column.text(n -> n.key().id().value()),
              Column.of("int4", RevisionName::version)));
      find.setString(4, space.value());
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          Weight.check(row);
          found.put(asked.get(row.getInt("ord") - 1), base(row));
        }
      }
    }
    return found;
  }

  private static BaseState base(ResultSet row) throws SQLException {
    String data = row.getString("data");
    if (data == null) {
      return BaseState.ABSENT;
    }
    Instant updatedAt = Instant.ofEpochMilli(row.getLong("updated_at_ms"));
    return new BaseState.Known(
        Document.ofCanonical(data), FieldTimes.parse(row.getString("field_times"), updatedAt));
  }

  private static List<Column<Kept>> keptColumns() {
    List<Column<Kept>> columns = new ArrayList<>();
    for (Column<WrittenState> column : RecordStore.STATE_COLUMNS) {
      columns.add(Column.of(column.type(), kept -> column.value().apply(kept.written())));
    }
    columns.add(Column.text(RevisionStore::besideName));
    return List.copyOf(columns);
  }

  /** Neither id holds a control character, so no two mutations have one name. */
  private static String besideName(Kept kept) {
    Writer writer = kept.written().writer();
    return kept.beside() ? writer.clientId().value() + "\n" + writer.mutationId().value() : "";
  }
}
