package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.media.boundary.MediaGlance.Tallied;
import org.tidemark.server.media.boundary.MediaGlance.Usage;
import org.tidemark.server.media.boundary.UploadFilter;

/** Counts uploads and media along their indexes, each state up to a bound. */
@ApplicationScoped
public class Oversight {
  private static final int COUNTED = 10_000;

  private static final String COUNT =
      "select count(*), coalesce(sum(n.size_bytes), 0) from (%s limit " + (COUNTED + 1) + ") n";
  private static final String UPLOADS =
      COUNT.formatted("select size_bytes from upload where state = ?");
  private static final String ORPHANS =
      COUNT.formatted(
          """
          select size_bytes from media
           where unnamed_since is not null and state in ('READY', 'ORPHANED')
          """);
  private static final String FULLEST =
      """
      select space, stored_bytes, staged_bytes from media_usage
       where stored_bytes + staged_bytes > 0
       order by stored_bytes + staged_bytes desc, space limit 20
      """;

  public Map<MediaState, Tallied> uploads(Connection connection) throws SQLException {
    Map<MediaState, Tallied> counts = new EnumMap<>(MediaState.class);
    try (PreparedStatement select = connection.prepareStatement(UPLOADS)) {
      for (MediaState state : UploadFilter.STATES) {
        select.setString(1, state.name());
        counts.put(state, tallied(select));
      }
    }
    return counts;
  }

  /** Media that nobody names. */
  public Tallied orphans(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ORPHANS)) {
      return tallied(select);
    }
  }

  /** One row for each space that has media is looked through. */
  public List<Usage> fullest(Connection connection) throws SQLException {
    List<Usage> fullest = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(FULLEST);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        fullest.add(new Usage(row.getString(1), row.getLong(2), row.getLong(3)));
      }
    }
    return fullest;
  }

  private static Tallied tallied(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      row.next();
      int number = row.getInt(1);
      return new Tallied(Math.min(number, COUNTED), number > COUNTED, row.getLong(2));
    }
  }
}
