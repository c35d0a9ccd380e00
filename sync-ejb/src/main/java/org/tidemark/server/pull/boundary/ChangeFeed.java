package org.tidemark.server.pull.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.tidemark.server.database.Database;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.pull.control.Listeners;

/** Tells connected clients that something changed in their spaces; what, they find by a pull. */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
public class ChangeFeed {
  @Inject private Database database;
  @Inject private Listeners listeners;

  /**
   * Calls {@code onChange} after commits that touch a space of the caller's, from a thread of the
   * server's; it must return at once. Changes by other nodes are noticed within a second.
   */
  public Subscription subscribe(Caller caller, Runnable onChange) {
    Runnable disconnect =
        database.call(connection -> listeners.connect(connection, caller.user(), onChange));
    return disconnect::run;
  }

  /** Ends the notices when closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
