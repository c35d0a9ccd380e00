package org.tidemark.server.media.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaState;

/**
 * An upload in a list.
 *
 * @param rejectionCode why it was rejected, as a code of {@link
 *     org.tidemark.core.media.MediaRejection}; null: it was not
 * @param rejection the same in words
 * @param expiresAt of one under way: when it is given up; of one that has ended: when it is
 *     forgotten
 */
public record UploadLine(
    String id,
    String space,
    String user,
    MediaState state,
    String fileName,
    String contentType,
    long sizeBytes,
    @Nullable String rejectionCode,
    @Nullable String rejection,
    Instant createdAt,
    Instant expiresAt)
    implements Serializable {}
