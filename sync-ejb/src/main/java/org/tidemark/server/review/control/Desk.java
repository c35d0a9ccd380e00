package org.tidemark.server.review.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.Conflicts;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.Explanation;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.server.conflict.boundary.ConflictView;
import org.tidemark.server.conflict.control.ConflictQueries;
import org.tidemark.server.conflict.control.ConflictStore;
import org.tidemark.server.conflict.control.StoredConflict;
import org.tidemark.server.database.Weight;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.policy.control.DataRules;
import org.tidemark.server.policy.control.PolicyStore;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.record.control.RecordStore;
import org.tidemark.server.review.boundary.DeskView;
import org.tidemark.server.review.boundary.Settled;

/** Reads one conflict for the person who decides it, and checks what they would make of it. */
@ApplicationScoped
public class Desk {
  private static final String NOW =
      "select c.user_id, c.successor, r.version, r.updated_at_ms, r.deleted,"
          + " r.client_id, "
          + Weight.columns("r", "data", "field_times")
          + """
        from conflict c
        join record r
          on r.space = c.space and r.entity_type = c.entity_type and r.id = c.id
       where c.conflict_id = ?
      """;

  private static final String SETTLED =
      """
      select v.version, v.data
        from conflict c
        cross join lateral (
          select r.version, r.data from record r
           where r.space = c.space and r.entity_type = c.entity_type and r.id = c.id
             and r.version = c.resolved_version
          union all
          select p.version, p.data from revision p
           where p.space = c.space and p.entity_type = c.entity_type and p.id = c.id
             and p.version = c.resolved_version and p.beside = '') v
       where c.conflict_id = ? and c.status = 'RESOLVED'
      """;

  private static final String WRITER =
      """
      select written_by from record
       where space = ? and entity_type = ? and id = ? and version = ?
      union all
      select written_by from revision
       where space = ? and entity_type = ? and id = ? and version = ? and beside = ''
      """;

  @Inject private ConflictQueries queries;
  @Inject private ConflictStore conflicts;
  @Inject private PolicyStore policies;
  @Inject private DataRules rules;

  public Optional<DeskView> look(Connection connection, Caller caller, String conflictId)
      throws SQLException {
    ConflictView found = queries.get(connection, caller, conflictId).orElse(null);
    StoredConflict stored = found == null ? null : conflicts.find(connection, conflictId);
    if (found == null || stored == null) {
      return Optional.empty();
    }
    try (PreparedStatement select = connection.prepareStatement(NOW)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("a conflict's record is gone");
        }
        Weight.check(row);
        return Optional.of(view(connection, found, stored, row));
      }
    }
  }

  private static @Nullable Settled settled(Connection connection, String conflictId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SETTLED)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        String data = row.getString("data");
        return new Settled(row.getInt("version"), data == null ? null : Document.ofCanonical(data));
      }
    }
  }

  /** Who wrote a version of a record; "": nobody knows any more. */
  private static String writer(Connection connection, RecordKey key, int version)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(WRITER)) {
      int i = 1;
      for (int table = 0; table < 2; table++) {
        select.setString(i++, key.space().value());
        select.setString(i++, key.type().value());
        select.setString(i++, key.id().value());
        select.setInt(i++, version);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private static DeskView view(
      Connection connection, ConflictView found, StoredConflict stored, ResultSet row)
      throws SQLException {
    RecordState current = RecordStore.state(row);
    Conflict seen = stored.payload().conflict();
    DecisionInput inputs = stored.inputs();
    Integer version = seen.serverVersion();
    boolean movedOn = stored.isOpen() && (version == null || version != current.version());
    RecordState then = movedOn ? current : inputs.server();
    return new DeskView(
        movedOn
            ? found.withPayload(
                new ConflictAnswer(found.conflictId(), Conflicts.renew(seen, inputs, current)))
            : found,
        movedOn,
        why(seen, inputs, movedOn ? current.version() : null),
        row.getString("user_id"),
        then == null ? "" : writer(connection, stored.key(), then.version()),
        inputs.receivedAt(),
        Duration.between(inputs.effectiveAt(), inputs.mutation().updatedAt()),
        inputs.policy().strategy().name(),
        inputs.policy().version(),
        row.getString("successor"),
        settled(connection, stored.conflictId()));
  }

  /** The decision is made again rather than its reason stored twice; the stored text proves it. */
  private static @Nullable Explanation why(
      Conflict seen, DecisionInput inputs, @Nullable Integer movedOnTo) {
    Explanation why = Decider.decide(inputs).why();
    if (!why.toString().equals(seen.explanation())) {
      return null;
    }
    return movedOnTo == null ? why : why.movedOn(movedOnTo);
  }

  public List<FieldProblem> check(
      Connection connection, String conflictId, @Nullable JsonObject outcome, Locale language)
      throws SQLException {
    StoredConflict stored = conflicts.find(connection, conflictId);
    if (stored == null) {
      return List.of();
    }
    Document data =
        outcome == null ? stored.payload().conflict().clientData() : Document.of(outcome);
    if (data == null) {
      return List.of();
    }
    RecordKey key = stored.key();
    Rejection refused =
        rules.refusal(policies.book(connection).find(key.type(), key.space()), data, language);
    return refused == null ? List.of() : refused.fields();
  }
}
