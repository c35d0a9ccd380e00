package org.tidemark.server.audit.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditPlace;
import org.tidemark.server.audit.control.AuditQueries;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;

/** Reads the audit trail, of which each reading becomes an entry too. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class AuditReading {
  private static final int LARGEST_PAGE = 100;
  private static final int EXPORTED_AT_ONCE = 500;

  @Inject private Database database;
  @Inject private AuditQueries queries;
  @Inject private AuditTrail trail;

  /**
   * A page of the trail: as many entries as asked for and at most about 2 MiB of them, but one at
   * least where there is one.
   *
   * @param from the {@code next} of another page; null: the newest
   * @param size 1 to 100
   */
  public AuditPage page(Caller caller, AuditFilter filter, @Nullable String from, int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw Failures.invalid("/size", "must be from 1 to " + LARGEST_PAGE);
    }
    AuditPage page = read(filter, from, size);
    note(caller, "audit.read", filter);
    return page;
  }

  /**
   * A part of an export, which is one entry of the trail as a whole. Between its parts no
   * transaction is open, so whoever writes it out may be slow.
   *
   * @param from the {@code next} of the part before; null: the first part
   */
  public AuditPage export(Caller caller, AuditFilter filter, @Nullable String from) {
    AuditPage part = read(filter, from, EXPORTED_AT_ONCE);
    if (from == null) {
      note(caller, "audit.export", filter);
    }
    return part;
  }

  private AuditPage read(AuditFilter filter, @Nullable String from, int size) {
    AuditPlace place = from == null ? null : AuditPlace.parse(from);
    return database.call(connection -> queries.page(connection, filter, place, size));
  }

  /** Comes after the reading, which would else find itself. */
  private void note(Caller caller, String action, AuditFilter filter) {
    String space = filter.space();
    SpaceId id = space == null || SpaceId.problem(space) != null ? null : new SpaceId(space);
    trail.space(caller, action, id, null, filter.described());
  }
}
