package org.tidemark.server.conflict.control;

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
import org.jspecify.annotations.Nullable;
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

/**
 * Writes conflicts by set.
 *
 * <p>Those that are closed take numbers of the space's counter, which the caller has taken already:
 * the newest number is the counter's, the others count back from it.
 */
@ApplicationScoped
public class ConflictStore {
  private static final String INPUTS =
      "select conflict_id, reopened, "
          + Weight.columns("", "inputs")
          + "from conflict"
          + " where space = ? and conflict_id = any (?) and status = 'OPEN'";

  private static final String FIND =
      """
      select conflict_id, status, space, entity_type, id, client_id, payload, inputs
        from conflict where conflict_id = ?
      """;

  private static final String RESOLVE =
      """
      update conflict c
         set status = 'RESOLVED', resolution = ?, resolved_by = ?, resolved_at = ?,
             resolved_version = ?, seq = s.seq
        from space s
       where s.id = ? and c.space = ? and c.conflict_id = ? and c.status = 'OPEN'
      """;

  private static final String SUPERSEDE =
      """
      update conflict c
         set status = 'SUPERSEDED', resolved_by = ?, resolved_at = ?, resolved_version = k.version,
             successor = k.successor, seq = s.seq - k.back
        from unnest(?::text[], ?::int[], ?::text[], ?::bigint[])
               k (conflict_id, version, successor, back), space s
       where s.id = ? and c.space = ? and c.conflict_id = k.conflict_id and c.status = 'OPEN'
      """;

  private static final String INSERT =
      """
      insert into conflict (space, conflict_id, entity_type, id, client_id, mutation_id, user_id,
                            conflict_type, status, detected_at, payload, inputs, resolved_by,
                            resolved_at, resolved_version, successor, seq)
      select s.id, k.conflict_id, k.entity_type, k.id, k.client_id, k.mutation_id, k.user_id,
             k.conflict_type, case when k.superseded then 'SUPERSEDED' else 'OPEN' end, k.detected_at,
             k.payload, k.inputs, case when k.superseded then k.user_id end,
             case when k.superseded then k.detected_at end,
             case when k.superseded then k.version end, k.successor, s.seq - k.back
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::boolean[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::text[],
                    ?::bigint[])
               k (conflict_id, entity_type, id, client_id, mutation_id, user_id, conflict_type,
                  superseded, detected_at, payload, inputs, version, successor, back), space s
       where s.id = ?
      """;

  private record Numbered<T>(T item, @Nullable Long back) {}

  /** What conflicts were opened by, by id: of those still open. */
  public Map<String, OpenConflict> open(
      Connection connection, SpaceId space, Collection<String> conflictIds) throws SQLException {
    Map<String, OpenConflict> found = new HashMap<>();
    if (conflictIds.isEmpty()) {
      return found;
    }
    try (PreparedStatement select = connection.prepareStatement(INPUTS)) {
      select.setString(1, space.value());
      select.setArray(2, SqlArrays.texts(connection, List.copyOf(conflictIds)));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Weight.check(row);
          Document inputs = Document.ofCanonical(row.getString("inputs"));
          found.put(
              row.getString("conflict_id"),
              new OpenConflict(DecisionInput.fromJson(inputs.json()), row.getBoolean("reopened")));
        }
      }
    }
    return found;
  }

  /** A conflict by its id; null: there is none. */
  public @Nullable StoredConflict find(Connection connection, String conflictId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        RecordKey key =
            new RecordKey(
                new SpaceId(row.getString("space")),
                new EntityType(row.getString("entity_type")),
                new RecordId(row.getString("id")));
        return new StoredConflict(
            row.getString("conflict_id"),
            row.getString("status"),
            key,
            new ClientId(row.getString("client_id")),
            AnswerText.conflict(Document.ofCanonical(row.getString("payload")).json()),
            DecisionInput.fromJson(Document.ofCanonical(row.getString("inputs")).json()));
      }
    }
  }

  /** Closes an open conflict by a person's decision, with the counter's newest number. */
  public void resolve(
      Connection connection,
      StoredConflict conflict,
      Resolution resolution,
      String user,
      Instant now,
      int version)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RESOLVE)) {
      update.setString(1, resolution.name());
      update.setString(2, user);
      update.setObject(3, time(now));
      update.setInt(4, version);
      update.setString(5, conflict.key().space().value());
      update.setString(6, conflict.key().space().value());
      update.setString(7, conflict.conflictId());
      if (update.executeUpdate() != 1) {
        throw new RaceLost("the conflict was closed by another transaction meanwhile");
      }
    }
  }

  /** How many numbers of the space's counter {@link #write} needs. */
  public static int numbersFor(List<Closing> closings, List<NewConflict> conflicts) {
    return closings.size() + (int) conflicts.stream().filter(NewConflict::superseded).count();
  }

  /** Closes what is superseded, then writes the new conflicts. */
  public void write(
      Connection connection,
      SpaceId space,
      String user,
      Instant now,
      List<Closing> closings,
      List<NewConflict> conflicts)
      throws SQLException {
    long back = numbersFor(closings, conflicts);
    if (!closings.isEmpty()) {
      List<Numbered<Closing>> numbered = new ArrayList<>();
      for (Closing closing : closings) {
        numbered.add(new Numbered<>(closing, --back));
      }
      supersede(connection, space, user, now, numbered);
    }
    if (!conflicts.isEmpty()) {
      List<Numbered<NewConflict>> numbered = new ArrayList<>();
      for (NewConflict conflict : conflicts) {
        numbered.add(new Numbered<>(conflict, conflict.superseded() ? --back : null));
      }
      insert(connection, space, numbered);
    }
  }

  private static void supersede(
      Connection connection,
      SpaceId space,
      String user,
      Instant now,
      List<Numbered<Closing>> closings)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SUPERSEDE)) {
      update.setString(1, user);
      update.setObject(2, time(now));
      SqlArrays.bind(
          update,
          3,
          closings,
          List.of(
              Column.text(c -> c.item().conflictId()),
              Column.of("int4", c -> c.item().version()),
              Column.text(c -> c.item().successor()),
              Column.of("int8", Numbered::back)));
      update.setString(7, space.value());
      update.setString(8, space.value());
      update.executeUpdate();
    }
  }

  private static void insert(
      Connection connection, SpaceId space, List<Numbered<NewConflict>> conflicts)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      SqlArrays.bind(
          insert,
          1,
          conflicts,
          List.of(
              Column.text(c -> c.item().conflictId()),
              Column.text(c -> c.item().key().type().value()),
              Column.text(c -> c.item().key().id().value()),
              Column.text(c -> c.item().author().clientId().value()),
              Column.text(c -> c.item().author().mutationId().value()),
              Column.text(c -> c.item().author().user()),
              Column.text(c -> c.item().conflict().type().name()),
              Column.of("bool", c -> c.item().superseded()),
              Column.of("timestamptz", c -> c.item().detectedAt().toString()),
              Column.text(c -> payload(c.item())),
              Column.text(c -> c.item().inputs()),
              Column.of("int4", c -> c.item().conflict().serverVersion()),
              Column.text(c -> c.item().successor()),
              Column.of("int8", Numbered::back)));
      insert.setString(15, space.value());
      insert.executeUpdate();
    }
  }

  private static String payload(NewConflict conflict) {
    return ConflictPayloads.toJson(conflict.conflict(), conflict.conflictId()).canonicalText();
  }
}
