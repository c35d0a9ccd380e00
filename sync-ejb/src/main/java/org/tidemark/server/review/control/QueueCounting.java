package org.tidemark.server.review.control;

import static org.tidemark.server.database.SqlArrays.time;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Counts open conflicts, and looks at no more than {@link #MOST} to do so. */
public final class QueueCounting {
  /** As many as one bulk job may have. */
  static final int MOST = 50_000;

  private QueueCounting() {}

  /**
   * How many there are.
   *
   * @param atLeast whether there may be more: the rest was not looked at
   */
  public record Total(int count, boolean atLeast) {}

  public static Total total(Connection connection, QueueConditions conditions) throws SQLException {
    String sql =
        "select count(*) filter (where "
            + conditions.rest()
            + "), count(*) from (select c.*"
            + conditions.lead()
            + " limit ?) c";
    try (PreparedStatement count = connection.prepareStatement(sql)) {
      int i = conditions.bindRest(count, 1);
      i = conditions.bindLead(count, i);
      count.setInt(i, MOST + 1);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        int matching = Math.min(MOST, row.getInt(1));
        return new Total(matching, row.getInt(2) > MOST);
      }
    }
  }

  /** How many have come since, along the index, so that only those are looked at. */
  public static int since(Connection connection, QueueConditions conditions, Instant since)
      throws SQLException {
    String sql =
        "select count(*) from (select c.*"
            + conditions.lead()
            + " and "
            + conditions.row("c.detected_at")
            + " > "
            + conditions.marks("?::timestamptz")
            + " limit ?) c where "
            + conditions.rest();
    try (PreparedStatement count = connection.prepareStatement(sql)) {
      int i = conditions.bindRow(count, conditions.bindLead(count, 1));
      count.setObject(i++, time(since));
      count.setInt(i++, MOST);
      conditions.bindRest(count, i);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
