package org.tidemark.media.store;

import java.net.URI;
import java.time.Instant;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;

/** A store that gives out files by itself, to whoever has a signed URL. */
public interface DownloadUrls {

  /** A URL that gives the file until then, under the name and as the type. */
  URI downloadUrl(ContentKey key, FileName name, ContentType type, Instant now, Instant expiresAt);
}
