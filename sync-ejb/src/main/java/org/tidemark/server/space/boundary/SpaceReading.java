package org.tidemark.server.space.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.settings.MediaSettings;
import org.tidemark.server.space.control.SpaceQueries;

/** All spaces and their members, for those who look after the server. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class SpaceReading {
  private static final int LARGEST_PAGE = 100;

  @Inject private Database database;
  @Inject private SpaceQueries queries;
  @Inject private AuditTrail audit;
  @Inject private MediaSettings media;

  /**
   * A page of spaces, by name.
   *
   * @param prefix what the names begin with; null: anything
   * @param from the {@code next} of another page; null: the first
   * @param size 1 to 100
   */
  public SpacePage page(Caller caller, @Nullable String prefix, @Nullable String from, int size) {
    checkSize(size);
    audit.space(caller, "spaces.read", null, null, prefix);
    return database.call(connection -> queries.page(connection, prefix, from, size));
  }

  /** One space; empty where there is none of that name. */
  public Optional<SpaceFacts> facts(Caller caller, String space) {
    if (SpaceId.problem(space) != null) {
      return Optional.empty();
    }
    Optional<SpaceFacts> facts =
        database.call(connection -> queries.facts(connection, space, media.quotaBytes()));
    if (facts.isPresent()) {
      audit.space(caller, "space.read", new SpaceId(space), null, null);
    }
    return facts;
  }

  /**
   * A page of a space's members, by name.
   *
   * @param from the {@code next} of another page; null: the first
   * @param size 1 to 100
   */
  public MemberPage members(Caller caller, String space, @Nullable String from, int size) {
    checkSize(size);
    if (SpaceId.problem(space) != null) {
      return MemberPage.EMPTY;
    }
    audit.space(caller, "space.members", new SpaceId(space), null, null);
    return database.call(connection -> queries.members(connection, space, from, size));
  }

  private static void checkSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw Failures.invalid("/size", "must be from 1 to " + LARGEST_PAGE);
    }
  }
}
