package org.tidemark.server.audit.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.identity.Caller;

/** Writes what one person did to many records, in one statement of the same transaction. */
@ApplicationScoped
public class AuditSet {
  private static final String INSERT =
      """
      insert into audit (at, actor, correlation_id, action, space, entity_type, record_id,
                         conflict_id, before_value, after_value)
      select ?, ?, ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                    ?::text[], ?::text[])
      """;

  @Inject private InstantSource clock;

  /** An action on a record and one of its conflicts. */
  public record Action(
      String name,
      RecordKey key,
      String conflictId,
      @Nullable Document before,
      @Nullable Document after) {}

  public void write(Connection connection, Caller caller, List<Action> actions)
      throws SQLException {
    if (actions.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, time(clock.instant()));
      insert.setString(2, caller.user());
      insert.setString(3, caller.correlationId());
      SqlArrays.bind(
          insert,
          4,
          actions,
          List.of(
              Column.text(Action::name),
              Column.text(a -> a.key().space().value()),
              Column.text(a -> a.key().type().value()),
              Column.text(a -> a.key().id().value()),
              Column.text(Action::conflictId),
              Column.text(a -> text(a.before())),
              Column.text(a -> text(a.after()))));
      insert.executeUpdate();
    }
  }

  private static @Nullable String text(@Nullable Document data) {
    return data == null ? null : data.text();
  }
}
