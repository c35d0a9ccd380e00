package org.tidemark.server.media.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.MediaRules;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.media.NamedPart;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.record.SpaceId;
import org.tidemark.media.store.BytesGone;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.PartUrl;
import org.tidemark.media.store.SizeMismatch;
import org.tidemark.media.store.Staging;
import org.tidemark.media.store.StoreException;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.control.MediaMetrics;
import org.tidemark.server.media.control.Names;
import org.tidemark.server.media.control.Upload;
import org.tidemark.server.media.entity.UploadRow;
import org.tidemark.server.settings.MediaSettings;

/**
 * Uploads: announce a file, send its parts to signed URLs, complete it.
 *
 * <p>Only the one who began an upload may go on with it; to anybody else it is not there. Answers
 * come as often as they are asked for.
 */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Uploads {
  /** URLs that one answer has at most; the others are asked for as they are needed. */
  public static final int MOST_URLS = 1_000;

  private static final Logger LOG = Logger.getLogger(Uploads.class);

  @Inject private UploadSteps steps;
  @Inject private MediaSteps media;
  @Inject private UploadChecks checks;
  @Inject private Completion completion;
  @Inject private MediaStore store;
  @Inject private MediaSettings settings;
  @Inject private MediaMetrics metrics;
  @Inject private Names names;
  @Inject private InstantSource clock;

  /** Whether an upload is a new one, and how it stands. */
  public record Opened(boolean isNew, UploadView view) {}

  /** Announces a file; the same wish again gives the same upload. */
  public Opened open(Caller caller, UploadRequest request) {
    UploadRow row = checks.row(caller, request);
    SpaceId space = new SpaceId(row.space);
    Optional<Upload> known = steps.repeat(caller, space, request.idempotencyKey(), row.fingerprint);
    if (known.isPresent()) {
      return new Opened(false, viewWithUrls(known.get()));
    }
    try {
      return new Opened(true, viewWithUrls(begin(row)));
    } catch (EJBException e) {
      // The same wish may have come twice at once; its key is another request's then.
      Upload other =
          steps
              .repeat(caller, space, request.idempotencyKey(), row.fingerprint)
              .orElseThrow(() -> e);
      return new Opened(false, viewWithUrls(other));
    }
  }

  private Upload begin(UploadRow row) {
    Upload planned = Upload.of(row);
    row.handle = serving(() -> store.begin(planned.staging()));
    boolean isOpen = false;
    try {
      Upload upload = steps.open(row);
      isOpen = true;
      return upload;
    } finally {
      if (!isOpen) {
        store.discard(planned.id(), row.handle);
      }
    }
  }

  /** How the caller's upload stands: what has come, and what came of it. */
  public UploadView status(Caller caller, String uploadId) {
    return view(steps.mine(caller, uploadId), List.of());
  }

  /** Fresh signed URLs for parts. */
  public UploadView sign(Caller caller, String uploadId, List<Integer> numbers) {
    Upload upload = steps.renewed(caller, uploadId);
    for (int i = 0; i < numbers.size(); i++) {
      if (!upload.plan().has(numbers.get(i))) {
        throw Failures.invalid("/numbers/" + i, "must be from 1 to " + upload.plan().parts());
      }
    }
    if (numbers.isEmpty() || numbers.size() > MOST_URLS) {
      throw Failures.invalid("/numbers", "must be 1 to " + MOST_URLS + " numbers");
    }
    return UploadView.of(upload, List.of(), urls(upload, numbers), null);
  }

  /** Makes media of what was received; asked again, the same answer. */
  public StoredMedia complete(Caller caller, String uploadId, List<NamedPart> parts) {
    Upload upload = steps.completing(caller, uploadId);
    String mediaId = upload.mediaId();
    if (mediaId != null) {
      return media.stored(mediaId);
    }
    if (upload.state() == MediaState.REJECTED) {
      throw Failures.rejected(checks.rejection(upload));
    }
    return serving(() -> completion.complete(caller, upload, parts));
  }

  /** Gives an upload up: the staged bytes are removed. */
  public void abort(Caller caller, String uploadId) {
    Upload upload = steps.abort(caller, uploadId);
    serving(
        () -> {
          store.discard(upload.id(), upload.handle());
          return true;
        });
  }

  /**
   * Stores a file in one call.
   *
   * @param request its size is the most that may come
   */
  public StoredMedia store(Caller caller, UploadRequest request, InputStream body)
      throws IOException {
    ContentType type = ContentType.parse(request.contentType());
    long most =
        type == null
            ? request.sizeBytes()
            : Math.min(request.sizeBytes(), settings.rules().limitBytes(type));
    UploadRow row = checks.row(caller, request.withSize(most));
    row.partBytes = Math.max(1, row.sizeBytes);
    steps.repeat(caller, new SpaceId(row.space), null, row.fingerprint);
    Upload upload = begin(row);
    boolean stored = false;
    try {
      ReceivedPart part = receive(upload.staging(), upload.sizeBytes(), body);
      metrics.received(part.sizeBytes());
      Upload whole = steps.completing(caller, upload.id().value()).withSize(part.sizeBytes());
      StoredMedia media = serving(() -> completion.complete(caller, whole, List.of()));
      stored = true;
      return media;
    } finally {
      if (!stored) {
        giveUp(caller, upload);
      }
    }
  }

  /** Nobody knows the upload of a form, so nobody else could end it; why it failed is told. */
  private void giveUp(Caller caller, Upload upload) {
    try {
      abort(caller, upload.id().value());
    } catch (RuntimeException e) {
      LOG.debugf("an upload by a form is left to the upkeep: %s", e.getMessage());
    }
  }

  private ReceivedPart receive(Staging staging, long mostBytes, InputStream body)
      throws IOException {
    try {
      return store.receive(staging, 1, 0, mostBytes, body);
    } catch (SizeMismatch e) {
      throw Failures.rejected(MediaRules.tooLarge(mostBytes + 1, mostBytes));
    } catch (BytesGone e) {
      throw Failures.uploadClosed(MediaState.ABORTED);
    } catch (StoreException e) {
      throw Failures.unavailable(e);
    }
  }

  private UploadView viewWithUrls(Upload upload) {
    int most = Math.min(upload.plan().parts(), MOST_URLS);
    List<Integer> numbers = IntStream.rangeClosed(1, most).boxed().toList();
    return view(upload, upload.state().receives() ? urls(upload, numbers) : List.of());
  }

  private List<PartUrl> urls(Upload upload, List<Integer> numbers) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(settings.urlLife());
    return numbers.stream()
        .map(number -> store.partUrl(upload.staging(), number, now, expiresAt))
        .toList();
  }

  private UploadView view(Upload upload, List<PartUrl> urls) {
    String mediaId = upload.mediaId();
    @Nullable StoredMedia stored = mediaId == null ? null : media.stored(mediaId);
    List<ReceivedPart> received =
        upload.state().isLiveUpload() ? serving(() -> store.parts(upload.staging())) : List.of();
    return UploadView.of(upload, received, urls, stored);
  }

  /** A store that cannot serve now is told as such, and the caller comes again. */
  private static <T> T serving(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw Failures.unavailable(e);
    }
  }
}
