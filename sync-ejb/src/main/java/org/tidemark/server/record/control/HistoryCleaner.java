package org.tidemark.server.record.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Removes past revisions and takes old tombstones out of the feed, a step at a time. */
@ApplicationScoped
public class HistoryCleaner {
  /** Rows in one step, which is one transaction. */
  public static final int STEP = 1_000;

  private static final String REVISIONS =
      """
      delete from revision where ctid in (
        select ctid from revision where written_at < ? order by written_at limit ?
           for update skip locked)
      """;

  /** The name and the version stay: a version never restarts. */
  private static final String TOMBSTONES =
      """
      update record set purged = true where ctid in (
        select ctid from record where deleted and not purged and written_at < ?
         order by written_at limit ? for update skip locked)
      """;

  public int removeRevisions(Connection connection, Instant before) throws SQLException {
    return run(connection, REVISIONS, before);
  }

  public int purgeTombstones(Connection connection, Instant before) throws SQLException {
    return run(connection, TOMBSTONES, before);
  }

  private static int run(Connection connection, String sql, Instant before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, time(before));
      statement.setInt(2, STEP);
      return statement.executeUpdate();
    }
  }
}
