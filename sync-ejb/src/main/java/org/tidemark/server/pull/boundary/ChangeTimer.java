package org.tidemark.server.pull.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.tidemark.server.database.Database;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.pull.control.Listeners;

/** Looks for the changes of other nodes while somebody is connected, and only then. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangeTimer {
  @Inject private Database database;
  @Inject private Listeners listeners;
  @Inject private OutageLog outages;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void observe() {
    listen(listeners::observe);
  }

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void refreshMemberships() {
    listen(listeners::refreshMemberships);
  }

  private void listen(Reading reading) {
    if (!listeners.isEmpty()) {
      outages.watch(
          () ->
              database.call(
                  connection -> {
                    reading.on(connection);
                    return true;
                  }));
    }
  }

  /** A query that keeps listeners up to date. */
  @FunctionalInterface
  private interface Reading {
    void on(Connection connection) throws SQLException;
  }
}
