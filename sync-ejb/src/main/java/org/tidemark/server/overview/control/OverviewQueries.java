package org.tidemark.server.overview.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.server.overview.boundary.Glance;
import org.tidemark.server.overview.boundary.Oldest;
import org.tidemark.server.overview.boundary.OpenConflicts;
import org.tidemark.server.overview.boundary.OpenOfType;

/** Counts in three statements, whatever there is. */
@ApplicationScoped
public class OverviewQueries {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** The row of all types comes first, so the limit never takes it. */
  private static final String OPEN =
      """
      select c.entity_type, count(*) as total,
             count(*) filter (where c.detected_at > t.day) as under_a_day,
             count(*) filter (where c.detected_at <= t.day and c.detected_at > t.week)
               as under_a_week,
             count(*) filter (where c.detected_at <= t.week) as older
        from conflict c
       cross join (select ?::timestamptz as day, ?::timestamptz as week) t
       where c.status = 'OPEN'
       group by rollup (c.entity_type)
       order by grouping(c.entity_type) desc, total desc, c.entity_type limit 101
      """;

  private static final String OLDEST =
      """
      select conflict_id, space, entity_type, id, detected_at from conflict
       where status = 'OPEN' order by detected_at, conflict_id limit 1
      """;

  @Inject private ClientCounts clients;

  public Glance glance(Connection connection, Instant now) throws SQLException {
    OpenConflicts open = OpenConflicts.NONE;
    List<OpenOfType> types = new ArrayList<>();
    try (PreparedStatement select = prepare(connection, OPEN, now);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String type = row.getString("entity_type");
        if (type == null) {
          open = open(row);
        } else {
          types.add(new OpenOfType(type, open(row)));
        }
      }
    }
    return new Glance(open, types, oldest(connection), clients.count(connection, now));
  }

  private static PreparedStatement prepare(Connection connection, String sql, Instant now)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setObject(1, time(now.minus(DAY)));
    select.setObject(2, time(now.minus(WEEK)));
    return select;
  }

  private static OpenConflicts open(ResultSet row) throws SQLException {
    return new OpenConflicts(
        row.getInt("total"),
        row.getInt("under_a_day"),
        row.getInt("under_a_week"),
        row.getInt("older"));
  }

  private static Optional<Oldest> oldest(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OLDEST);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Oldest(
                  row.getString("conflict_id"),
                  row.getString("space"),
                  row.getString("entity_type"),
                  row.getString("id"),
                  row.getObject("detected_at", OffsetDateTime.class).toInstant()))
          : Optional.empty();
    }
  }
}
