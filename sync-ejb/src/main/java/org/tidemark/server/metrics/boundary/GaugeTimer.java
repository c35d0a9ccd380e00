package org.tidemark.server.metrics.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.tidemark.server.database.Database;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.metrics.control.SyncMetrics;

/** Counts open conflicts now and then, so that reading the metrics costs no query. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GaugeTimer {
  private static final String OPEN = "select count(*) from conflict where status = 'OPEN'";

  @Inject private Database database;
  @Inject private SyncMetrics metrics;
  @Inject private OutageLog outages;

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void count() {
    outages.watch(() -> metrics.openConflicts(openConflicts()));
  }

  private long openConflicts() {
    return database.call(
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(OPEN);
              ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }
}
