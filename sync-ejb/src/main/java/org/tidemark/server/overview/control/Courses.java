package org.tidemark.server.overview.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tidemark.server.metrics.control.Tally;
import org.tidemark.server.overview.boundary.Course;
import org.tidemark.server.overview.boundary.Span;

/** Reads what happened along the key of the hours' rows: at most a month of them. */
@ApplicationScoped
public class Courses {
  private static final String READ = "select hour, name, count from hour_tally where hour >= ?";

  public Course read(Connection connection, Span span, Instant now) throws SQLException {
    Instant from = span.from(now);
    Map<Tally, List<Long>> counts = new EnumMap<>(Tally.class);
    for (Tally tally : Tally.values()) {
      counts.put(tally, new ArrayList<>(Collections.nCopies(span.steps(), 0L)));
    }
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setObject(1, time(from));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant hour = row.getObject("hour", OffsetDateTime.class).toInstant();
          int step = (int) Duration.between(from, hour).dividedBy(span.step());
          List<Long> steps = counts.get(Tally.valueOf(row.getString("name")));
          // Another node's clock may be a little ahead.
          if (steps != null && step < steps.size()) {
            steps.set(step, steps.get(step) + row.getLong("count"));
          }
        }
      }
    }
    return new Course(span, from, counts);
  }
}
