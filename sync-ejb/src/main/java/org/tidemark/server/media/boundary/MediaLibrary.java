package org.tidemark.server.media.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.record.EntityType;
import org.tidemark.media.sign.UrlSigner;
import org.tidemark.media.store.BytesGone;
import org.tidemark.media.store.DownloadUrls;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.StoreException;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.control.MediaMetrics;
import org.tidemark.server.media.control.MediaViews;
import org.tidemark.server.settings.MediaSettings;

/** Stored media: read, linked to and deleted. To who may not read them they are not there. */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MediaLibrary {
  /** The longest that a signed download URL is accepted. */
  public static final Duration LONGEST_LINK = Duration.ofDays(7);

  private static final int MOST_SHOWN = 12;
  private static final ContentKey SAMPLE = ContentKey.ofRandom(new byte[ContentKey.RANDOM_BYTES]);

  @Inject private MediaSteps steps;
  @Inject private MediaStore store;
  @Inject private UrlSigner signer;
  @Inject private MediaSettings settings;
  @Inject private MediaMetrics metrics;
  @Inject private InstantSource clock;

  /**
   * A URL that gives a media's bytes to anybody.
   *
   * @param expiresAt null: it is the CDN's, and does not expire
   */
  public record Link(URI url, @Nullable Instant expiresAt) {}

  /** A media that the caller may read. */
  public StoredMedia find(Caller caller, String mediaId) {
    return steps.readable(caller, mediaId, "media.read");
  }

  /**
   * Bytes of a media that was found before.
   *
   * @throws org.tidemark.server.failure.SyncException when they are lost
   */
  @PermitAll
  public InputStream open(StoredMedia media, long fromByte, long lengthBytes) {
    ContentKey key = media.key();
    if (key == null) {
      throw Failures.mediaLost();
    }
    try {
      InputStream bytes = store.open(key, fromByte, lengthBytes);
      metrics.served(lengthBytes);
      return bytes;
    } catch (BytesGone e) {
      throw Failures.mediaLost();
    } catch (StoreException e) {
      throw Failures.unavailable(e);
    }
  }

  /**
   * A URL for who has no token, such as an image in a page.
   *
   * @param expiresIn null: as long as URLs of uploads
   */
  public Link link(Caller caller, String mediaId, @Nullable Duration expiresIn) {
    Duration life = expiresIn == null ? settings.urlLife() : expiresIn;
    if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST_LINK) > 0) {
      throw Failures.invalid(
          "/expiresIn", "must be from 1 to " + LONGEST_LINK.toSeconds() + " seconds");
    }
    return link(steps.readable(caller, mediaId, "media.link"), life);
  }

  private Link link(StoredMedia media, Duration life) {
    URI cdn = media.cdnUrl();
    if (cdn != null) {
      return new Link(cdn, null);
    }
    ContentKey key = media.key();
    if (key == null) {
      throw Failures.mediaLost();
    }
    Instant now = clock.instant();
    Instant expiresAt = Instant.ofEpochSecond(now.plus(life).getEpochSecond());
    URI url =
        store instanceof DownloadUrls direct
            ? direct.downloadUrl(key, media.fileName(), media.contentType(), now, expiresAt)
            : signer.sign("GET", MediaViews.signedPath(media.id()), 0, "", expiresAt);
    return new Link(url, expiresAt);
  }

  /**
   * The media that a value of a record names in the media fields of its type, with links as of
   * {@link #link}; at most {@value #MOST_SHOWN}.
   *
   * @param data the record, or what of it stands in the fields that are asked for
   */
  public List<ShownMedia> shown(Caller caller, String space, String entityType, JsonObject data) {
    return settings.fields().named(new EntityType(entityType), data).stream()
        .limit(MOST_SHOWN)
        .map(id -> show(caller, space, id))
        .toList();
  }

  /** A record may name what it likes; shown is only what is of its space. */
  private ShownMedia show(Caller caller, String space, MediaId id) {
    try {
      StoredMedia media = steps.readable(caller, id.value(), "media.link");
      return media.space().equals(space)
          ? new ShownMedia(id, media, link(media, settings.urlLife()).url())
          : new ShownMedia(id, null, null);
    } catch (SyncException notThere) {
      return new ShownMedia(id, null, null);
    }
  }

  /** Where links lead: scheme, host and port, for a page's policy of what it may show. */
  public String origin() {
    URI cdn = settings.cdnUrl();
    Instant now = clock.instant();
    URI url =
        cdn != null
            ? cdn
            : store instanceof DownloadUrls direct
                ? direct.downloadUrl(
                    SAMPLE, new FileName("sample"), new ContentType("image/png"), now, now)
                : settings.publicUrl();
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  /** Deletes a media: for who uploaded it, and for the owners of its space. */
  public void delete(Caller caller, String mediaId) {
    steps
        .delete(caller, mediaId)
        .ifPresent(
            key -> {
              try {
                store.delete(key);
              } catch (StoreException e) {
                // No row names the bytes any more, so the timer removes them.
                throw Failures.unavailable(e);
              }
            });
  }
}
