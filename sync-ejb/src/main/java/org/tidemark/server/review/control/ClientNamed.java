package org.tidemark.server.review.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whom a filter's device names. An id that a device has is that device. Else it is how ids begin:
 * where all open conflicts of such ids are of one device that is found along the index, and leads
 * like a whole id.
 *
 * @param one the id of the only device; null: none is named, or there are several
 * @param prefix how the ids of several devices begin; null: there are not several
 */
record ClientNamed(@Nullable String one, @Nullable String prefix) {
  private static final String KNOWN = "select 1 from client where id = ?";

  /** Ids are ordered by their bytes, and no character is above the one that ends the range. */
  private static final String BEGINNING =
      """
      select min(client_id), max(client_id) from conflict
       where status = 'OPEN' and client_id >= ? and client_id <= ?
      """;

  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  static ClientNamed of(Connection connection, @Nullable String named) throws SQLException {
    if (named == null || isKnown(connection, named)) {
      return new ClientNamed(named, null);
    }
    try (PreparedStatement select = connection.prepareStatement(BEGINNING)) {
      select.setString(1, named);
      select.setString(2, named + LAST_CHARACTER);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        String first = row.getString(1);
        if (first == null) {
          return new ClientNamed(named, null);
        }
        return first.equals(row.getString(2))
            ? new ClientNamed(first, null)
            : new ClientNamed(null, named);
      }
    }
  }

  private static boolean isKnown(Connection connection, String named) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setString(1, named);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
