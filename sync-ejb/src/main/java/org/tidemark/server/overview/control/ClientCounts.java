package org.tidemark.server.overview.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.tidemark.server.overview.boundary.SeenClients;

/** Counts clients by when they were last seen and how their clocks go, in one statement. */
@ApplicationScoped
public class ClientCounts {
  private static final int AGES_OF_A_WEEK = 3;

  /** What corrects a client's times is how far its clock is behind, so it is turned round here. */
  private static final String COUNT =
      """
      select width_bucket(extract(epoch from ? - c.last_seen_at),
                          array[3600, 86400, 604800, 2592000]::numeric[]) as age,
             width_bucket(-c.clock_offset_ms,
                          array[-3599999, -59999, 0, 1, 60000, 3600000]::int8[]) as error,
             count(*) as clients
        from client c group by 1, 2
      """;

  SeenClients count(Connection connection, Instant now) throws SQLException {
    Integer[] bySeen = zeros(SeenClients.AGES);
    Integer[] byClock = zeros(SeenClients.ERRORS);
    try (PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setObject(1, time(now));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          int clients = row.getInt("clients");
          bySeen[row.getInt("age")] += clients;
          if (row.getInt("age") < AGES_OF_A_WEEK) {
            byClock[row.getInt("error")] += clients;
          }
        }
      }
    }
    return new SeenClients(Arrays.asList(bySeen), Arrays.asList(byClock));
  }

  private static Integer[] zeros(int length) {
    Integer[] zeros = new Integer[length];
    Arrays.fill(zeros, 0);
    return zeros;
  }
}
