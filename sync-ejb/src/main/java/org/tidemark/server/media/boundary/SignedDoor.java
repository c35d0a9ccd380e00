package org.tidemark.server.media.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.media.SignedUrl;
import org.tidemark.core.media.UploadId;
import org.tidemark.media.sign.UrlSigner;
import org.tidemark.media.sign.UrlSigner.Verdict;
import org.tidemark.media.sign.UrlSigner.Verified;
import org.tidemark.media.store.BytesGone;
import org.tidemark.media.store.FileMediaStore;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.SizeMismatch;
import org.tidemark.media.store.StoreException;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.media.control.MediaMetrics;
import org.tidemark.server.media.control.MediaViews;
import org.tidemark.server.media.control.Upload;

/** The one door without a sign-in: what a signed URL allows, and nothing else. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignedDoor {
  @Inject private UrlSigner signer;
  @Inject private UploadSteps steps;
  @Inject private MediaSteps media;
  @Inject private MediaStore store;
  @Inject private MediaMetrics metrics;
  @Inject private InstantSource clock;

  /** Opens a body once the request was found to be allowed. */
  @FunctionalInterface
  public interface Body {
    InputStream open() throws IOException;
  }

  /**
   * Takes a part's bytes. Nothing of the body is read before its URL, its length and its type are
   * found right.
   *
   * @param query the URL's parameters
   * @param lengthBytes of the body; negative: not told
   * @param contentType of the body; null: not told
   */
  public ReceivedPart receive(
      String uploadId,
      int number,
      Map<String, String> query,
      long lengthBytes,
      @Nullable String contentType,
      Body body)
      throws IOException {
    if (!UploadId.is(uploadId)) {
      throw Failures.signatureInvalid();
    }
    UploadId id = new UploadId(uploadId);
    SignedUrl url = allowed("PUT", FileMediaStore.partPath(id, number), query);
    if (lengthBytes != url.lengthBytes()) {
      throw Failures.lengthMismatch(
          url.lengthBytes() + " bytes were agreed, the request has " + lengthBytes);
    }
    if (!url.contentType().isEmpty() && !isType(url.contentType(), contentType)) {
      throw Failures.invalid("Content-Type", "must be " + url.contentType());
    }
    Upload upload = steps.receiving(id).orElseThrow(() -> Failures.uploadClosed(closed(id)));
    if (!upload.plan().has(number) || upload.plan().sizeOf(number) != lengthBytes) {
      throw Failures.signatureInvalid();
    }
    ReceivedPart part = read(upload, number, lengthBytes, body);
    metrics.received(lengthBytes);
    if (steps.receiving(id).isEmpty()) {
      throw Failures.uploadClosed(closed(id));
    }
    return part;
  }

  private ReceivedPart read(Upload upload, int number, long lengthBytes, Body body)
      throws IOException {
    try (InputStream in = body.open()) {
      return store.receive(upload.staging(), number, lengthBytes, lengthBytes, in);
    } catch (SizeMismatch e) {
      throw Failures.lengthMismatch(e.receivedBytes() + " bytes came");
    } catch (BytesGone e) {
      throw Failures.uploadClosed(closed(upload.id()));
    } catch (StoreException e) {
      throw Failures.unavailable(e);
    }
  }

  private MediaState closed(UploadId id) {
    return steps.state(id);
  }

  private static boolean isType(String agreed, @Nullable String sent) {
    ContentType type = sent == null ? null : ContentType.parse(sent);
    return type != null && type.value().equals(agreed);
  }

  /** The media that a signed URL shows. */
  public StoredMedia find(String mediaId, Map<String, String> query) {
    if (!MediaId.is(mediaId)) {
      throw Failures.signatureInvalid();
    }
    MediaId id = new MediaId(mediaId);
    allowed("GET", MediaViews.signedPath(id), query);
    return media.signed(id);
  }

  private SignedUrl allowed(String method, String path, Map<String, String> query) {
    Verified verified = signer.verify(method, path, query, clock.instant());
    SignedUrl url = verified.url();
    if (verified.verdict() == Verdict.EXPIRED) {
      throw Failures.urlExpired();
    } else if (url == null || verified.verdict() != Verdict.GOOD) {
      throw Failures.signatureInvalid();
    }
    return url;
  }
}
