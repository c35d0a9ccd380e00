package org.tidemark.server.media.boundary;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.media.MediaState;

/**
 * A stored file.
 *
 * @param sha256 in hexadecimal
 * @param width of an image, in pixels; null: it is none
 * @param url gives the bytes to who may read the space
 * @param cdnUrl gives them to anybody; null: there is no CDN
 * @param key where the bytes are; null: they are lost
 */
public record StoredMedia(
    MediaId id,
    String space,
    FileName fileName,
    ContentType contentType,
    long sizeBytes,
    String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    MediaState state,
    URI url,
    @Nullable URI cdnUrl,
    @Nullable ContentKey key) {}
