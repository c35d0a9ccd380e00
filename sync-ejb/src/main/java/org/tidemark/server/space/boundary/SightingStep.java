package org.tidemark.server.space.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tidemark.server.database.Database;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;

/** Writes down when clients were seen. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SightingStep {
  /** A client whose row is locked is pushing, and is noted by that. */
  private static final String SEEN =
      """
      update client c set last_seen_at = s.at
        from (select t.id, t.at
                from unnest(?::text[], ?::text[]) g (id, said)
                cross join lateral (select g.id, g.said::timestamptz as at) t
                join client k on k.id = t.id and k.last_seen_at < t.at - interval '1 minute'
               order by t.id for update of k skip locked) s
       where c.id = s.id
      """;

  @Inject private Database database;

  public void write(Map<String, Instant> seen) {
    List<Map.Entry<String, Instant>> rows = List.copyOf(seen.entrySet());
    database.call(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(SEEN)) {
            SqlArrays.bind(
                update,
                1,
                rows,
                List.of(
                    Column.text(Map.Entry::getKey), Column.text(row -> row.getValue().toString())));
            return update.executeUpdate();
          }
        });
  }
}
