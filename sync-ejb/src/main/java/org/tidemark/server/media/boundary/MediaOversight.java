package org.tidemark.server.media.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.StoreException;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.media.control.Oversight;
import org.tidemark.server.media.control.Quota;
import org.tidemark.server.media.control.TimedPlace;
import org.tidemark.server.media.control.Upload;
import org.tidemark.server.media.control.UploadQueries;
import org.tidemark.server.settings.MediaSettings;

/** The uploads and media of all spaces, for those who look after the server. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class MediaOversight {
  private static final Logger LOG = Logger.getLogger(MediaOversight.class);
  private static final int LARGEST_PAGE = 100;

  @Inject private Database database;
  @Inject private Oversight oversight;
  @Inject private UploadQueries queries;
  @Inject private Quota quota;
  @Inject private UploadSteps steps;
  @Inject private MediaStore store;
  @Inject private MediaSettings settings;
  @Inject private AuditTrail audit;

  /** Numbers of all spaces. */
  public MediaGlance glance() {
    return database.call(
        connection -> {
          Quota.Totals totals = quota.totals(connection);
          return new MediaGlance(
              oversight.uploads(connection),
              oversight.orphans(connection),
              totals.storedBytes(),
              totals.stagedBytes(),
              settings.quotaBytes(),
              oversight.fullest(connection));
        });
  }

  /**
   * A page of uploads, newest first.
   *
   * @param from the {@code next} of another page; null: the newest
   * @param size 1 to 100
   */
  public UploadPage uploads(Caller caller, UploadFilter filter, @Nullable String from, int size) {
    TimedPlace after = place(from, size);
    String named = filter.space();
    SpaceId space = named == null || SpaceId.problem(named) != null ? null : new SpaceId(named);
    audit.space(caller, "uploads.read", space, null, filter.described());
    return database.call(connection -> queries.page(connection, filter, after, size));
  }

  /**
   * A page of media that nobody names, those first that go first.
   *
   * @param from the {@code next} of another page; null: the first
   * @param size 1 to 100
   */
  public OrphanPage orphans(Caller caller, @Nullable String from, int size) {
    TimedPlace after = place(from, size);
    audit.space(caller, "orphans.read", null, null, null);
    return database.call(
        connection -> queries.orphans(connection, after, size, settings.orphanLife()));
  }

  /**
   * Ends anybody's upload that is under way; one that has ended meanwhile stays as it is. What its
   * client sends from then on is refused.
   *
   * @return whether it was under way
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public boolean cancel(Caller caller, String uploadId) {
    if (!caller.is(Role.ADMIN)) {
      throw Failures.roleRequired("admin");
    }
    Upload ended = steps.cancel(caller, uploadId).orElse(null);
    if (ended == null) {
      return false;
    }
    try {
      store.discard(ended.id(), ended.handle());
    } catch (StoreException e) {
      LOG.warnf("bytes of a cancelled upload are left to the upkeep: %s", e.getMessage());
    }
    return true;
  }

  private static @Nullable TimedPlace place(@Nullable String from, int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw Failures.invalid("/size", "must be from 1 to " + LARGEST_PAGE);
    }
    return from == null ? null : TimedPlace.parse(from);
  }
}
