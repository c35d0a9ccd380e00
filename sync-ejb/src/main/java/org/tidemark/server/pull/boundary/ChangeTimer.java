package org.tidemark.server.pull.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.tidemark.server.database.Database;
import org.tidemark.server.pull.control.Listeners;

/** Looks for the changes of other nodes while somebody is connected, and only then. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@PermitAll
public class ChangeTimer {
  @Inject private Database database;
  @Inject private Listeners listeners;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void observe() {
    if (!listeners.isEmpty()) {
      database.call(
          connection -> {
            listeners.observe(connection);
            return true;
          });
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void refreshMemberships() {
    if (!listeners.isEmpty()) {
      database.call(
          connection -> {
            listeners.refreshMemberships(connection);
            return true;
          });
    }
  }
}
