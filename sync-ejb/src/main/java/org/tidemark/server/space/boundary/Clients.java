package org.tidemark.server.space.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.space.control.ClientQueries;

/** The devices of all users, for those who look after the server. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class Clients {
  private static final int LARGEST_PAGE = 100;

  @Inject private Database database;
  @Inject private ClientQueries queries;
  @Inject private AuditTrail audit;

  /**
   * A page of clients.
   *
   * @param user what the users' names begin with; null: anything
   * @param from the {@code next} of another page; null: the first
   * @param size 1 to 100
   */
  public ClientPage page(Caller caller, @Nullable String user, @Nullable String from, int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw Failures.invalid("/size", "must be from 1 to " + LARGEST_PAGE);
    }
    audit.space(caller, "clients.read", null, null, user);
    return database.call(connection -> queries.page(connection, user, from, size));
  }
}
