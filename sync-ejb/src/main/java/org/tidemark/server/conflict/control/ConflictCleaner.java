package org.tidemark.server.conflict.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Removes closed conflicts, a step at a time; open ones wait for a person however long. */
@ApplicationScoped
public class ConflictCleaner {
  /** Rows in one step, which is one transaction. */
  public static final int STEP = 1_000;

  /** Claims and comments go with them; what was decided stays in the audit trail. */
  private static final String CLOSED =
      """
      delete from conflict where ctid in (
        select ctid from conflict where status <> 'OPEN' and resolved_at < ?
         order by resolved_at limit ? for update skip locked)
      """;

  public int step(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement remove = connection.prepareStatement(CLOSED)) {
      remove.setObject(1, time(before));
      remove.setInt(2, STEP);
      return remove.executeUpdate();
    }
  }
}
