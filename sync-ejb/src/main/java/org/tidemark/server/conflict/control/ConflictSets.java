package org.tidemark.server.conflict.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictPayloads;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.server.database.RaceLost;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.database.Weight;
import org.tidemark.server.receipt.control.AnswerText;

/** Reads, closes and opens again many conflicts of one space, whose records are locked. */
@ApplicationScoped
public class ConflictSets {
  private static final String FIND =
      "select conflict_id, status, entity_type, id, client_id, coalesce(resolved_version, 0) as"
          + " resolved_version, "
          + Weight.columns("", "payload", "inputs")
          + " from conflict where space = ? and conflict_id = any (?)";

  private static final String RESOLVE =
      """
      update conflict c
         set status = 'RESOLVED', resolution = k.resolution, resolved_by = ?, resolved_at = ?,
             resolved_version = k.version, seq = s.seq - k.back
        from unnest(?::text[], ?::text[], ?::int[], ?::bigint[])
               k (conflict_id, resolution, version, back), space s
       where s.id = ? and c.space = ? and c.conflict_id = k.conflict_id and c.status = 'OPEN'
      """;

  /** What is open has no place in the feed, which tells of closed ones. */
  private static final String REOPEN =
      """
      update conflict c
         set status = 'OPEN', payload = k.payload, resolution = null, resolved_by = null,
             resolved_at = null, resolved_version = null, seq = null, reopened = true
        from unnest(?::text[], ?::text[]) k (conflict_id, payload)
       where c.space = ? and c.conflict_id = k.conflict_id and c.status = 'RESOLVED'
      """;

  private static final String OPEN =
      """
      select c.entity_type, c.id, c.client_id
        from unnest(?::text[], ?::text[]) k (entity_type, id)
       cross join lateral (
               select c.entity_type, c.id, c.client_id from conflict c
                where c.space = ? and c.entity_type = k.entity_type and c.id = k.id
                  and c.status = 'OPEN'
                offset 0) c
      """;

  /**
   * A conflict among many.
   *
   * @param resolvedVersion the record's version when it was settled; 0: it was not
   */
  public record Found(StoredConflict conflict, int resolvedVersion) {}

  /** A conflict that is settled, and the record's version then. */
  public record Settled(String conflictId, Resolution resolution, int version) {}

  /** A conflict that is opened again, with its sides as they are now. */
  public record Reopened(String conflictId, Conflict sides) {}

  /** Which client's open conflict on which record. */
  public record OpenOf(RecordKey key, ClientId clientId) {}

  private record Numbered(Settled item, long back) {}

  /**
   * Conflicts by their ids; an absent one does not exist.
   *
   * @throws org.tidemark.server.failure.SyncException {@code BATCH_TOO_LARGE}
   */
  public Map<String, Found> find(
      Connection connection, SpaceId space, Collection<String> conflictIds) throws SQLException {
    Map<String, Found> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, space.value());
      select.setArray(2, SqlArrays.texts(connection, List.copyOf(conflictIds)));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Weight.check(row);
          found.put(row.getString("conflict_id"), found(space, row));
        }
      }
    }
    return found;
  }

  private static Found found(SpaceId space, ResultSet row) throws SQLException {
    StoredConflict conflict =
        new StoredConflict(
            row.getString("conflict_id"),
            row.getString("status"),
            key(space, row),
            new ClientId(row.getString("client_id")),
            AnswerText.conflict(Document.ofCanonical(row.getString("payload")).json()),
            DecisionInput.fromJson(Document.ofCanonical(row.getString("inputs")).json()));
    return new Found(conflict, row.getInt("resolved_version"));
  }

  /** Closes open conflicts; the counter's newest numbers, as many as there are, become theirs. */
  public void resolve(
      Connection connection, SpaceId space, List<Settled> settled, String user, Instant now)
      throws SQLException {
    if (settled.isEmpty()) {
      return;
    }
    long[] back = {settled.size()};
    List<Numbered> numbered = settled.stream().map(each -> new Numbered(each, --back[0])).toList();
    try (PreparedStatement update = connection.prepareStatement(RESOLVE)) {
      update.setString(1, user);
      update.setObject(2, time(now));
      SqlArrays.bind(
          update,
          3,
          numbered,
          List.of(
              Column.text(n -> n.item().conflictId()),
              Column.text(n -> n.item().resolution().name()),
              Column.of("int4", n -> n.item().version()),
              Column.of("int8", Numbered::back)));
      update.setString(7, space.value());
      update.setString(8, space.value());
      requireAll(update.executeUpdate(), settled.size());
    }
  }

  /** Opens settled conflicts again, as old as they were. */
  public void reopen(Connection connection, SpaceId space, List<Reopened> reopened)
      throws SQLException {
    if (reopened.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(REOPEN)) {
      SqlArrays.bind(
          update,
          1,
          reopened,
          List.of(
              Column.text(Reopened::conflictId),
              Column.text(
                  r -> ConflictPayloads.toJson(r.sides(), r.conflictId()).canonicalText())));
      update.setString(3, space.value());
      requireAll(update.executeUpdate(), reopened.size());
    }
  }

  /** The open conflicts of these records. */
  public Set<OpenOf> open(Connection connection, SpaceId space, Collection<RecordKey> keys)
      throws SQLException {
    Set<OpenOf> open = new HashSet<>();
    List<RecordKey> asked = List.copyOf(keys);
    try (PreparedStatement select = connection.prepareStatement(OPEN)) {
      SqlArrays.bind(
          select,
          1,
          asked,
          List.of(Column.text(k -> k.type().value()), Column.text(k -> k.id().value())));
      select.setString(3, space.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          open.add(new OpenOf(key(space, row), new ClientId(row.getString("client_id"))));
        }
      }
    }
    return open;
  }

  private static RecordKey key(SpaceId space, ResultSet row) throws SQLException {
    return new RecordKey(
        space, new EntityType(row.getString("entity_type")), new RecordId(row.getString("id")));
  }

  private static void requireAll(int changed, int wanted) throws SQLException {
    if (changed != wanted) {
      throw new RaceLost("a conflict was closed by another transaction meanwhile");
    }
  }
}
