package org.tidemark.server.review.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import org.tidemark.server.database.Database;
import org.tidemark.server.review.control.QueueConditions;
import org.tidemark.server.review.control.QueueCounting;

/**
 * Numbers of open conflicts for pages that stand open.
 *
 * <p>It is asked from a timer, on behalf of people whom the console has let in before; it tells
 * nothing but numbers.
 */
@Stateless
@PermitAll
public class QueueWatch {
  /** How many are open, and when the last of them came. */
  private static final String PULSE =
      """
      select (select count(*) from (select 1 from conflict where status = 'OPEN' limit 50001) c)
             || ' ' ||
             coalesce((select max(detected_at) from conflict where status = 'OPEN')::text, '')
      """;

  @Inject private Database database;

  /**
   * How many open conflicts a filter matches.
   *
   * @param open at most 50,000
   * @param fresh how many of them were found after a time
   */
  public record Count(int open, int fresh) {}

  public Count count(QueueFilter filter, Instant since) {
    return database.call(
        connection -> {
          QueueConditions conditions = QueueConditions.of(connection, filter);
          return new Count(
              QueueCounting.total(connection, conditions).count(),
              QueueCounting.since(connection, conditions, since));
        });
  }

  /** A text that changes when conflicts come or go. */
  public String pulse() {
    return database.call(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(PULSE);
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
          }
        });
  }
}
