package org.tidemark.server.metrics.boundary;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.tidemark.server.database.Database;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.metrics.control.Tally;

/** Writes counts to the rows of their hour, which are kept for a month. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TallyStep {
  private static final Duration KEPT = Duration.ofDays(32);

  /** Nodes write the same rows; they lock them in one order. */
  private static final String ADD =
      """
      insert into hour_tally (hour, name, count)
      select ?, t.name, t.count from unnest(?::text[], ?::int8[]) t (name, count) order by t.name
      on conflict (hour, name) do update set count = hour_tally.count + excluded.count
      """;

  private static final String FORGET = "delete from hour_tally where hour < ?";

  @Inject private Database database;

  public void add(Map<Tally, Long> counts, Instant now) {
    List<Map.Entry<Tally, Long>> rows = List.copyOf(counts.entrySet());
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    database.call(
        connection -> {
          try (PreparedStatement add = connection.prepareStatement(ADD);
              PreparedStatement forget = connection.prepareStatement(FORGET)) {
            add.setObject(1, time(hour));
            SqlArrays.bind(
                add,
                2,
                rows,
                List.of(
                    Column.text(row -> row.getKey().name()),
                    Column.of("int8", Map.Entry::getValue)));
            add.executeUpdate();
            forget.setObject(1, time(hour.minus(KEPT)));
            return forget.executeUpdate();
          }
        });
  }
}
