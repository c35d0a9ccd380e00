package org.tidemark.server.media.boundary;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaId;

/**
 * A media that a record names.
 *
 * @param media null: it is not there, or not of the record's space
 * @param url gives the bytes to anybody, for a while; null where there are none
 */
public record ShownMedia(MediaId id, @Nullable StoredMedia media, @Nullable URI url) {}
