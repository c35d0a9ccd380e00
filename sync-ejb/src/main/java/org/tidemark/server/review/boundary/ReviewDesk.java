package org.tidemark.server.review.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.record.MutationId;
import org.tidemark.server.database.Database;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.review.control.Desk;

/** One conflict in front of the person who decides it. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class ReviewDesk {
  @Inject private Database database;
  @Inject private Desk desk;

  /** The conflict as it is now; empty: there is none. */
  public Optional<DeskView> look(Caller caller, String conflictId) {
    ReviewQueue.requireOfficer(caller);
    return MutationId.problem(conflictId) != null
        ? Optional.empty()
        : database.call(connection -> desk.look(connection, caller, conflictId));
  }

  /**
   * What stands against an outcome by the rules of its type, by place below {@code /data}; empty:
   * nothing.
   *
   * @param outcome null: what the device has
   */
  public List<FieldProblem> check(
      Caller caller, String conflictId, @Nullable JsonObject outcome, Locale language) {
    ReviewQueue.requireOfficer(caller);
    return database.call(connection -> desk.check(connection, conflictId, outcome, language));
  }
}
