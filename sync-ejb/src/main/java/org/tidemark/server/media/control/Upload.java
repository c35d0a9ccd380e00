package org.tidemark.server.media.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.media.UploadId;
import org.tidemark.core.media.UploadPlan;
import org.tidemark.media.store.Staging;
import org.tidemark.server.media.entity.UploadRow;

/**
 * An upload as it was in a transaction that has ended.
 *
 * @param sha256 as announced, in hexadecimal; null: it was not
 * @param mediaId what came of it, once it is READY
 * @param rejection the code and the sentence of why it was REJECTED
 */
public record Upload(
    UploadId id,
    String space,
    MediaState state,
    FileName fileName,
    ContentType contentType,
    UploadPlan plan,
    @Nullable String sha256,
    String handle,
    @Nullable String mediaId,
    @Nullable String rejection,
    Instant expiresAt) {

  public static Upload of(UploadRow row) {
    return new Upload(
        new UploadId(row.id),
        row.space,
        MediaState.valueOf(row.state),
        new FileName(row.fileName),
        new ContentType(row.contentType),
        new UploadPlan(row.sizeBytes, row.partBytes),
        row.sha256,
        row.handle,
        row.mediaId,
        row.rejection,
        row.expiresAt);
  }

  public long sizeBytes() {
    return plan.sizeBytes();
  }

  public Staging staging() {
    return new Staging(id, plan, contentType, handle);
  }

  /** The same upload when it turned out to have another size. */
  public Upload withSize(long sizeBytes) {
    return new Upload(
        id,
        space,
        state,
        fileName,
        contentType,
        new UploadPlan(sizeBytes, Math.max(1, sizeBytes)),
        sha256,
        handle,
        mediaId,
        rejection,
        expiresAt);
  }
}
