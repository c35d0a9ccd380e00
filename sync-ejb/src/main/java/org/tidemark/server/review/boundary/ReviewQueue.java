package org.tidemark.server.review.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.review.control.Claims;
import org.tidemark.server.review.control.Place;
import org.tidemark.server.review.control.QueueQueries;
import org.tidemark.server.review.control.RecordConflicts;

/** Open conflicts of all spaces, for those who settle them and for those who look on. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class ReviewQueue {
  private static final int LARGEST_PAGE = 100;
  private static final int MOST_OF_A_RECORD = 50;
  private static final int MOST_TYPES = 100;

  @Inject private Database database;
  @Inject private QueueQueries queries;
  @Inject private RecordConflicts records;
  @Inject private Claims claims;
  @Inject private AuditTrail audit;

  /**
   * A page of the queue.
   *
   * @param from the {@code next} or {@code previous} of another page; null: the oldest
   * @param size 1 to 100
   */
  public QueuePage page(Caller caller, QueueFilter filter, @Nullable String from, int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw Failures.invalid("/size", "must be from 1 to " + LARGEST_PAGE);
    }
    Place place = from == null ? Place.START : Place.parse(from);
    audit.space(caller, "queue.read", space(filter), null, null);
    return database.call(connection -> queries.page(connection, filter, place, size));
  }

  /** The types of records of which conflicts are open, by their names, at most 100. */
  public List<String> types() {
    return database.call(connection -> queries.types(connection, MOST_TYPES));
  }

  /** The newest conflicts that a record has or had, newest first, at most 50. */
  public List<RecordConflict> ofRecord(String space, String entityType, String id) {
    return database.call(
        connection -> records.newest(connection, space, entityType, id, MOST_OF_A_RECORD));
  }

  /** The conflict that waits longest after the one given; empty: there is none. */
  public Optional<String> after(Caller caller, QueueFilter filter, String conflictId) {
    return database.call(connection -> queries.beside(connection, filter, conflictId, true));
  }

  /** The one that waits next longest before the one given; empty: there is none. */
  public Optional<String> before(Caller caller, QueueFilter filter, String conflictId) {
    return database.call(connection -> queries.beside(connection, filter, conflictId, false));
  }

  /** Who works on a conflict; empty: nobody. */
  public Optional<String> claimedBy(String conflictId) {
    return database.call(
        connection -> Optional.ofNullable(claims.claimedBy(connection, conflictId)));
  }

  /** Says that the caller works on a conflict; gives who does, should somebody else be first. */
  public String claim(Caller caller, String conflictId) {
    requireAdmin(caller);
    return database.call(connection -> claims.claim(connection, caller, conflictId));
  }

  /** Gives a conflict back to the queue; any administrator may. */
  public void release(Caller caller, String conflictId) {
    requireAdmin(caller);
    database.call(connection -> claims.release(connection, caller, conflictId));
  }

  /** The space of the filter; null: none is named, or none that could be. */
  private static @Nullable SpaceId space(QueueFilter filter) {
    String named = filter.space();
    return named == null || SpaceId.problem(named) != null ? null : new SpaceId(named);
  }

  static void requireOfficer(Caller caller) {
    if (!caller.is(Role.ADMIN) && !caller.is(Role.AUDITOR)) {
      throw Failures.roleRequired("admin or auditor");
    }
  }

  static void requireAdmin(Caller caller) {
    if (!caller.is(Role.ADMIN)) {
      throw Failures.roleRequired("admin");
    }
  }
}
