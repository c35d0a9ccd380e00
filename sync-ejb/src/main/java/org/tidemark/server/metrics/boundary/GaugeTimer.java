package org.tidemark.server.metrics.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.tidemark.server.database.Database;
import org.tidemark.server.metrics.control.SyncMetrics;

/** Counts open conflicts now and then, so that reading the metrics costs no query. */
@Singleton
@PermitAll
public class GaugeTimer {
  private static final String OPEN = "select count(*) from conflict where status = 'OPEN'";

  @Inject private Database database;
  @Inject private SyncMetrics metrics;

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void count() {
    metrics.openConflicts(
        database.call(
            connection -> {
              try (PreparedStatement count = connection.prepareStatement(OPEN);
                  ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
              }
            }));
  }
}
