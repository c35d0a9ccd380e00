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
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentKey;
import org.tidemark.media.sign.UrlSigner;
import org.tidemark.media.store.BytesGone;
import org.tidemark.media.store.DownloadUrls;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.StoreException;
import org.tidemark.server.failure.Failures;
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
    StoredMedia media = steps.readable(caller, mediaId, "media.link");
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
