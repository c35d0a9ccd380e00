package org.tidemark.server.media.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.media.UploadId;
import org.tidemark.core.media.UploadPlan;
import org.tidemark.media.store.PartUrl;
import org.tidemark.server.media.control.Upload;

/**
 * How an upload stands.
 *
 * @param received the parts that are safe
 * @param urls of parts that are still to be sent
 * @param media what came of it; null: nothing yet
 * @param rejection why it was rejected; null: it was not
 * @param expiresAt when it is given up, unless something comes
 */
public record UploadView(
    UploadId id,
    MediaState state,
    UploadPlan plan,
    List<ReceivedPart> received,
    List<PartUrl> urls,
    @Nullable StoredMedia media,
    @Nullable String rejection,
    Instant expiresAt) {
  public UploadView {
    received = List.copyOf(received);
    urls = List.copyOf(urls);
  }

  static UploadView of(
      Upload upload, List<ReceivedPart> received, List<PartUrl> urls, @Nullable StoredMedia media) {
    return new UploadView(
        upload.id(),
        media == null ? upload.state() : media.state(),
        upload.plan(),
        received,
        urls,
        media,
        upload.rejection(),
        upload.expiresAt());
  }
}
