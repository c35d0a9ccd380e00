package org.tidemark.server.media.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ImageSize;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.media.UploadId;
import org.tidemark.core.record.SpaceId;
import org.tidemark.media.store.Assembled;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.control.Contents;
import org.tidemark.server.media.control.Contents.Content;
import org.tidemark.server.media.control.Endings;
import org.tidemark.server.media.control.MediaMetrics;
import org.tidemark.server.media.control.MediaViews;
import org.tidemark.server.media.control.Names;
import org.tidemark.server.media.control.Quota;
import org.tidemark.server.media.control.Upload;
import org.tidemark.server.media.entity.MediaRow;
import org.tidemark.server.media.entity.UploadRow;
import org.tidemark.server.settings.ServerSettings;
import org.tidemark.server.space.control.SpaceAccess;

/** The transactions of stored media, each short: no byte of a file moves within one. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MediaSteps {
  private static final String REFER =
      """
      insert into media_reference (media_id, entity_type, record_id) values (?, ?, ?)
      on conflict do nothing
      """;

  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private Database database;
  @Inject private SpaceAccess access;
  @Inject private Contents contents;
  @Inject private Endings endings;
  @Inject private Quota quota;
  @Inject private MediaViews views;
  @Inject private Names names;
  @Inject private AuditTrail audit;
  @Inject private MediaMetrics metrics;
  @Inject private ServerSettings serverSettings;
  @Inject private InstantSource clock;

  /**
   * What a finished upload came to.
   *
   * @param unused a key that was published for nothing, as the space had the bytes; null: none
   */
  public record Finished(StoredMedia media, @Nullable ContentKey unused) {}

  /** Equal bytes that the upload's space has already. */
  public Optional<Content> equalContent(Upload upload, Assembled assembled) {
    return database.call(
        c -> contents.find(c, upload.space(), assembled.sha256(), assembled.sizeBytes()));
  }

  /**
   * Makes media of an upload: row, shared bytes, quota and the upload's end at once. If another
   * request has done so, its media is the answer.
   *
   * @param key where the bytes were published, or would be
   */
  public Finished finish(
      Caller caller,
      Upload upload,
      Assembled assembled,
      @Nullable ImageSize image,
      ContentKey key,
      boolean isPublished) {
    UploadRow row =
        entities.find(UploadRow.class, upload.id().value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw Failures.unknown("/uploadId", "The upload");
    }
    MediaState state = MediaState.valueOf(row.state);
    if (state == MediaState.READY && row.mediaId != null) {
      StoredMedia done = stored(row.mediaId);
      return new Finished(done, isPublished ? key : null);
    }
    if (!state.isLiveUpload()) {
      throw Failures.uploadClosed(state);
    }
    Instant now = clock.instant();
    return database.call(
        connection -> {
          Content content =
              contents.share(
                  connection,
                  row.space,
                  assembled.sha256(),
                  assembled.sizeBytes(),
                  key,
                  isPublished,
                  now);
          quota.release(connection, row.space, row.reservedBytes);
          MediaRow media = media(caller, row, assembled, image, content, now);
          entities.persist(media);
          row.state = MediaState.READY.name();
          row.mediaId = media.id;
          row.sizeBytes = assembled.sizeBytes();
          row.expiresAt = now.plus(serverSettings.receiptLife());
          refer(connection, row, media.id);
          audit.space(
              caller,
              "media.create",
              new SpaceId(row.space),
              null,
              media.id + " " + media.contentType + " " + media.sizeBytes + " " + media.sha256);
          metrics.ended(MediaState.READY, 1);
          boolean unused = isPublished && !content.key().equals(key);
          return new Finished(views.show(connection, media), unused ? key : null);
        });
  }

  private MediaRow media(
      Caller caller,
      UploadRow upload,
      Assembled assembled,
      @Nullable ImageSize image,
      Content content,
      Instant now) {
    MediaRow media = new MediaRow();
    media.id = names.media().value();
    media.space = upload.space;
    media.contentId = content.id();
    media.fileName = upload.fileName;
    media.contentType = upload.contentType;
    media.sizeBytes = assembled.sizeBytes();
    media.sha256 = assembled.sha256();
    media.width = image == null ? null : image.width();
    media.height = image == null ? null : image.height();
    media.state = MediaState.READY.name();
    media.createdBy = caller.user();
    media.createdAt = now;
    media.unnamedSince = now;
    media.checkedAt = now;
    return media;
  }

  /** The record that the upload is for counts as one that may name it, whatever its type. */
  private static void refer(Connection connection, UploadRow upload, String media)
      throws SQLException {
    if (upload.entityType != null) {
      try (PreparedStatement refer = connection.prepareStatement(REFER)) {
        refer.setString(1, media);
        refer.setString(2, upload.entityType);
        refer.setString(3, upload.recordId);
        refer.executeUpdate();
      }
    }
  }

  /** What another request made of the upload; empty: nothing yet. */
  public Optional<StoredMedia> result(UploadId upload) {
    UploadRow row = entities.find(UploadRow.class, upload.value());
    return row == null || row.mediaId == null ? Optional.empty() : Optional.of(stored(row.mediaId));
  }

  /** A media by the id that its upload's row has. */
  public StoredMedia stored(String mediaId) {
    MediaRow row = entities.find(MediaRow.class, mediaId);
    if (row == null) {
      throw Failures.unknown("/mediaId", "The file");
    }
    return database.call(connection -> views.show(connection, row));
  }

  /** A media that the caller may read; reading everywhere is audited. */
  public StoredMedia readable(Caller caller, String mediaId, String action) {
    MediaRow row = existing(mediaId);
    SpaceId space = new SpaceId(row.space);
    if (!database.call(connection -> access.mayRead(connection, caller, space))) {
      throw Failures.unknown("/mediaId", "The file");
    }
    if (access.readsEverywhere(caller)) {
      audit.space(caller, action, space, null, mediaId);
    }
    return database.call(connection -> views.show(connection, row));
  }

  /** A media for whoever has a signed URL of it. */
  public StoredMedia signed(MediaId media) {
    MediaRow row = existing(media.value());
    return database.call(connection -> views.show(connection, row));
  }

  private MediaRow existing(String mediaId) {
    MediaRow row = MediaId.is(mediaId) ? entities.find(MediaRow.class, mediaId) : null;
    if (row == null || !MediaState.valueOf(row.state).isReadable()) {
      throw Failures.unknown("/mediaId", "The file");
    }
    return row;
  }

  /** Deletes a media of the caller's; gives the key whose bytes nobody has any more. */
  public Optional<ContentKey> delete(Caller caller, String mediaId) {
    MediaRow row =
        MediaId.is(mediaId)
            ? entities.find(MediaRow.class, mediaId, LockModeType.PESSIMISTIC_WRITE)
            : null;
    if (row == null) {
      throw Failures.unknown("/mediaId", "The file");
    }
    SpaceId space = new SpaceId(row.space);
    return database.call(
        connection -> {
          if (!access.mayRead(connection, caller, space)) {
            throw Failures.unknown("/mediaId", "The file");
          }
          boolean own =
              row.createdBy.equals(caller.user()) && access.mayWrite(connection, caller, space);
          if (!own && !access.mayManage(connection, caller, space)) {
            throw Failures.spaceForbidden(row.space);
          }
          if (row.state.equals(MediaState.DELETED.name())) {
            return Optional.empty();
          }
          audit.space(caller, "media.delete", space, row.id + " " + row.state, null);
          return endings.end(connection, row);
        });
  }
}
