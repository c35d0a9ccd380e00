package org.tidemark.server.bulk.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Removes jobs that have lived long enough, some of their items at a time.
 *
 * <p>What was decided stays in the audit trail and in the history of the records.
 */
@ApplicationScoped
public class Forgetting {
  /** How long an ended job can be looked at, and taken back. */
  static final Duration LIFE = Duration.ofDays(30);

  /** How long a dry run waits for somebody who confirms it. */
  static final Duration PATIENCE = Duration.ofDays(1);

  /** How many jobs are kept at most, whatever their age. */
  static final int MOST_KEPT = 200;

  private static final int STEP = 5_000;

  private static final String OLD =
      """
      update bulk_job set state = 'FORGOTTEN'
       where id = (select id from bulk_job
                    where state = 'FORGOTTEN'
                       or (state = 'READY' and changed_at < ?)
                       or (state in ('STOPPED', 'DONE', 'UNDONE')
                           and (changed_at < ?
                                or created_at < (select created_at from bulk_job
                                                  order by created_at desc, id desc
                                                 offset ? limit 1)))
                    order by created_at limit 1 for update skip locked)
      returning id
      """;

  private static final String ITEMS =
      """
      delete from bulk_item where job_id = ? and ord in (
        select ord from bulk_item where job_id = ? order by ord limit ?)
      """;

  /** One step; false: there was nothing to do. */
  public boolean step(Connection connection, Instant now) throws SQLException {
    String id = old(connection, now);
    if (id == null) {
      return false;
    }
    try (PreparedStatement items = connection.prepareStatement(ITEMS)) {
      items.setString(1, id);
      items.setString(2, id);
      items.setInt(3, STEP);
      if (items.executeUpdate() < STEP) {
        delete(connection, id);
      }
    }
    return true;
  }

  private static @Nullable String old(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(OLD)) {
      find.setObject(1, time(now.minus(PATIENCE)));
      find.setObject(2, time(now.minus(LIFE)));
      find.setInt(3, MOST_KEPT - 1);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static void delete(Connection connection, String id) throws SQLException {
    try (PreparedStatement job = connection.prepareStatement("delete from bulk_job where id = ?")) {
      job.setString(1, id);
      job.executeUpdate();
    }
  }
}
