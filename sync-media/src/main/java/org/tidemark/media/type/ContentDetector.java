package org.tidemark.media.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.tidemark.core.media.ContentType;

/**
 * Tells a content's type by its first bytes, with Apache Tika's table of magic; nothing is parsed.
 */
public final class ContentDetector {

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
  private final MediaTypeRegistry registry = types.getMediaTypeRegistry();

  /** The type of content that begins so; {@link ContentType#UNKNOWN} where nothing tells. */
  public ContentType detect(byte[] head) {
    try {
      MediaType found = types.detect(new ByteArrayInputStream(head), new Metadata());
      return Optional.ofNullable(ContentType.parse(found.toString())).orElse(ContentType.UNKNOWN);
    } catch (IOException e) {
      throw new IllegalStateException("reading from an array does no I/O", e);
    }
  }

  /** Whether content of the found type may be of the declared one: the same, or more special. */
  public boolean mayBe(ContentType declared, ContentType found) {
    MediaType wanted = registry.normalize(MediaType.parse(declared.value()));
    MediaType seen = registry.normalize(MediaType.parse(found.value()));
    if (wanted.equals(seen)) {
      return true;
    }
    boolean knowsNothing = seen.equals(MediaType.OCTET_STREAM);
    return !knowsNothing && registry.isSpecializationOf(wanted, seen) && !isMarkup(seen);
  }

  /** Half the types are XML underneath; what is only known to be that is known too little. */
  private static boolean isMarkup(MediaType type) {
    return type.getSubtype().toLowerCase(Locale.ROOT).contains("xml");
  }
}
