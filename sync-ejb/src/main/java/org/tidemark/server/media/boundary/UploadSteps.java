package org.tidemark.server.media.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaRejection;
import org.tidemark.core.media.MediaRejection.Code;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.media.UploadId;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.control.MediaMetrics;
import org.tidemark.server.media.control.Quota;
import org.tidemark.server.media.control.Upload;
import org.tidemark.server.media.entity.UploadRow;
import org.tidemark.server.settings.MediaSettings;
import org.tidemark.server.settings.ServerSettings;
import org.tidemark.server.space.control.SpaceAccess;

/**
 * The transactions of an upload, each short: no byte of a file moves within one.
 *
 * <p>Between two of them the server may die; each begins from what the upload's row says.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UploadSteps {
  private static final String REPEAT =
      "select u from UploadRow u where u.userId = :user and u.idempotencyKey = :key";
  private static final String LIVE =
      """
      select count(u) from UploadRow u
       where u.userId = :user and u.state in ('CREATED', 'UPLOADING', 'COMPLETING')
      """;

  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private Database database;
  @Inject private SpaceAccess access;
  @Inject private Quota quota;
  @Inject private MediaSettings settings;
  @Inject private ServerSettings serverSettings;
  @Inject private MediaMetrics metrics;
  @Inject private InstantSource clock;
  @Inject private AuditTrail audit;

  /** The upload that the caller began with this key before; the right to write is checked. */
  public Optional<Upload> repeat(
      Caller caller, SpaceId space, @Nullable String key, String fingerprint) {
    if (!database.call(connection -> access.mayWrite(connection, caller, space))) {
      throw Failures.spaceForbidden(space.value());
    }
    if (key == null) {
      return Optional.empty();
    }
    Optional<UploadRow> row =
        entities
            .createQuery(REPEAT, UploadRow.class)
            .setParameter("user", caller.user())
            .setParameter("key", key)
            .getResultStream()
            .findFirst();
    if (row.isPresent() && !row.get().fingerprint.equals(fingerprint)) {
      throw Failures.idempotencyKeyReused();
    }
    return row.map(Upload::of);
  }

  /** Writes down a new upload, if its user and its space have room for it. */
  public Upload open(UploadRow row) {
    long live =
        entities.createQuery(LIVE, Long.class).setParameter("user", row.userId).getSingleResult();
    if (live >= settings.maxUploads()) {
      throw Failures.tooManyUploads(settings.maxUploads());
    }
    entities.persist(row);
    entities.flush();
    if (!database.call(c -> quota.reserve(c, row.space, row.reservedBytes))) {
      throw Failures.rejected(
          MediaRejection.of(
              Code.QUOTA_EXCEEDED,
              "The space has no room left for this file.",
              "/size",
              "a space may hold " + settings.quotaBytes() + " bytes"));
    }
    return Upload.of(row);
  }

  /** An upload of the caller's. */
  public Upload mine(Caller caller, String id) {
    return Upload.of(own(caller, id, LockModeType.NONE));
  }

  private UploadRow own(Caller caller, String id, LockModeType lock) {
    UploadRow row = UploadId.is(id) ? entities.find(UploadRow.class, id, lock) : null;
    if (row == null || !row.userId.equals(caller.user())) {
      throw Failures.unknown("/uploadId", "The upload");
    }
    SpaceId space = new SpaceId(row.space);
    if (!database.call(connection -> access.mayWrite(connection, caller, space))) {
      throw Failures.spaceForbidden(row.space);
    }
    return row;
  }

  /** Notes that bytes come or came in; empty: the upload takes none any more. */
  public Optional<Upload> receiving(UploadId id) {
    UploadRow row = lock(id);
    if (row == null || !MediaState.valueOf(row.state).receives()) {
      return Optional.empty();
    }
    become(row, MediaState.UPLOADING);
    renew(row);
    return Optional.of(Upload.of(row));
  }

  /** Why an upload takes nothing; one that is forgotten had expired before. */
  public MediaState state(UploadId id) {
    UploadRow row = entities.find(UploadRow.class, id.value());
    return row == null ? MediaState.EXPIRED : MediaState.valueOf(row.state);
  }

  /** Keeps an upload alive whose client asks for more URLs. */
  public Upload renewed(Caller caller, String id) {
    UploadRow row = own(caller, id, LockModeType.PESSIMISTIC_WRITE);
    if (!MediaState.valueOf(row.state).receives()) {
      throw Failures.uploadClosed(MediaState.valueOf(row.state));
    }
    renew(row);
    return Upload.of(row);
  }

  /** From now on no part is taken. One that is READY stays so. */
  public Upload completing(Caller caller, String id) {
    UploadRow row = own(caller, id, LockModeType.PESSIMISTIC_WRITE);
    MediaState state = MediaState.valueOf(row.state);
    if (state.isLiveUpload()) {
      become(row, MediaState.COMPLETING);
      renew(row);
    } else if (state != MediaState.READY && state != MediaState.REJECTED) {
      throw Failures.uploadClosed(state);
    }
    return Upload.of(row);
  }

  /** Takes parts again, as what there is makes no whole or could not be stored. */
  public void takeMore(UploadId id) {
    UploadRow row = lock(id);
    if (row != null && row.state.equals(MediaState.COMPLETING.name())) {
      become(row, MediaState.UPLOADING);
    }
  }

  /** Ends an upload whose content broke a rule. */
  public void reject(UploadId id, MediaRejection rejection) {
    UploadRow row = lock(id);
    if (row != null && MediaState.valueOf(row.state).isLiveUpload()) {
      row.rejection = rejection.code() + "\n" + rejection.message();
      end(row, MediaState.REJECTED);
    }
  }

  /** Ends an upload that its client gave up; gives what there is to discard. */
  public Upload abort(Caller caller, String id) {
    UploadRow row = own(caller, id, LockModeType.PESSIMISTIC_WRITE);
    MediaState state = MediaState.valueOf(row.state);
    if (state == MediaState.READY) {
      throw Failures.uploadClosed(state);
    }
    if (state.isLiveUpload()) {
      end(row, MediaState.ABORTED);
    }
    return Upload.of(row);
  }

  /** Ends anybody's upload for an administrator; empty: it is not under way. */
  public Optional<Upload> cancel(Caller caller, String id) {
    UploadRow row = UploadId.is(id) ? lock(new UploadId(id)) : null;
    if (row == null || !MediaState.valueOf(row.state).isLiveUpload()) {
      return Optional.empty();
    }
    String before = audited(row);
    end(row, MediaState.ABORTED);
    audit.space(caller, "upload.cancel", new SpaceId(row.space), before, audited(row));
    return Optional.of(Upload.of(row));
  }

  private static String audited(UploadRow row) {
    return row.id + " of " + row.userId + " " + row.state;
  }

  /** Ends the upload if it has been idle for too long; empty: it has not, or has ended before. */
  public Optional<Upload> expire(String id, Instant now) {
    UploadRow row = lock(new UploadId(id));
    if (row == null || row.expiresAt.isAfter(now)) {
      return Optional.empty();
    }
    if (!MediaState.valueOf(row.state).isLiveUpload()) {
      entities.remove(row);
      return Optional.empty();
    }
    end(row, MediaState.EXPIRED);
    return Optional.of(Upload.of(row));
  }

  private @Nullable UploadRow lock(UploadId id) {
    return entities.find(UploadRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  private void renew(UploadRow row) {
    row.expiresAt = clock.instant().plus(settings.uploadLife());
  }

  /** The end of an upload: what the quota held is free, the row stays for repeated questions. */
  private void end(UploadRow row, MediaState state) {
    become(row, state);
    row.expiresAt = clock.instant().plus(serverSettings.receiptLife());
    database.call(
        connection -> {
          quota.release(connection, row.space, row.reservedBytes);
          return true;
        });
    metrics.ended(state, 1);
  }

  private static void become(UploadRow row, MediaState next) {
    MediaState state = MediaState.valueOf(row.state);
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(row.id + " is " + state + " and cannot become " + next);
    }
    row.state = next.name();
  }
}
