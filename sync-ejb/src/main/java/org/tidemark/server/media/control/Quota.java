package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tidemark.server.settings.MediaSettings;

/**
 * What the media of a space take up: stored bytes, and what uploads under way have announced.
 *
 * <p>One row for a space, changed in the transaction that makes the change true. It is the last
 * lock that these transactions take.
 */
@ApplicationScoped
public class Quota {
  private static final String OPEN =
      "insert into media_usage (space) values (?) on conflict (space) do nothing";
  private static final String RESERVE =
      """
      update media_usage set staged_bytes = staged_bytes + ?
       where space = ? and stored_bytes + staged_bytes + ? <= ?
      """;
  private static final String CHANGE =
      """
      update media_usage set stored_bytes = stored_bytes + ?, staged_bytes = staged_bytes + ?
       where space = ?
      """;
  private static final String TOTALS =
      "select coalesce(sum(stored_bytes), 0), coalesce(sum(staged_bytes), 0) from media_usage";

  @Inject private MediaSettings settings;

  /** Sets bytes aside for an upload; false where the space has no room for them. */
  public boolean reserve(Connection connection, String space, long bytes) throws SQLException {
    try (PreparedStatement open = connection.prepareStatement(OPEN)) {
      open.setString(1, space);
      open.executeUpdate();
    }
    try (PreparedStatement reserve = connection.prepareStatement(RESERVE)) {
      reserve.setLong(1, bytes);
      reserve.setString(2, space);
      reserve.setLong(3, bytes);
      reserve.setLong(4, settings.quotaBytes());
      return reserve.executeUpdate() == 1;
    }
  }

  /** Gives back what was set aside. */
  public void release(Connection connection, String space, long reservedBytes) throws SQLException {
    change(connection, space, 0, -reservedBytes);
  }

  /** Notes that bytes are stored, or with a negative number removed. */
  public void stored(Connection connection, String space, long bytes) throws SQLException {
    change(connection, space, bytes, 0);
  }

  private static void change(Connection connection, String space, long stored, long staged)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
      change.setLong(1, stored);
      change.setLong(2, staged);
      change.setString(3, space);
      change.executeUpdate();
    }
  }

  /** Of all spaces together. */
  public Totals totals(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TOTALS);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Totals(row.getLong(1), row.getLong(2));
    }
  }

  /** Bytes of all spaces. */
  public record Totals(long storedBytes, long stagedBytes) {}
}
