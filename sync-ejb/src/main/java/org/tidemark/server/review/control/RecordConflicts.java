package org.tidemark.server.review.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.server.review.boundary.RecordConflict;

/** Reads the conflicts of a record along an index, and none of their sides. */
@ApplicationScoped
public class RecordConflicts {
  private static final String NEWEST =
      """
      select conflict_id, status, client_id, user_id, conflict_type, detected_at, resolution,
             resolved_by, resolved_at
        from conflict where space = ? and entity_type = ? and id = ?
       order by detected_at desc, conflict_id desc limit ?
      """;

  public List<RecordConflict> newest(
      Connection connection, String space, String entityType, String id, int most)
      throws SQLException {
    List<RecordConflict> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
      select.setString(1, space);
      select.setString(2, entityType);
      select.setString(3, id);
      select.setInt(4, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(conflict(row));
        }
      }
    }
    return found;
  }

  private static RecordConflict conflict(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("resolved_at", OffsetDateTime.class);
    return new RecordConflict(
        row.getString("conflict_id"),
        row.getString("status"),
        row.getString("client_id"),
        row.getString("user_id"),
        ConflictType.valueOf(row.getString("conflict_type")),
        row.getObject("detected_at", OffsetDateTime.class).toInstant(),
        row.getString("resolution"),
        row.getString("resolved_by"),
        ended == null ? null : ended.toInstant());
  }
}
