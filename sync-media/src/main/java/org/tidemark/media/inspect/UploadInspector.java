package org.tidemark.media.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tidemark.core.media.ContentType;

/**
 * Looks at a file before it is stored, after the server's own checks.
 *
 * <p>Put a jar with CDI beans of this type into the EAR's {@code lib} folder; all of them are
 * asked. A file that one refuses is rejected for good, and its bytes are removed. An exception
 * means that nobody knows yet: the client is told to try again.
 */
public interface UploadInspector {

  /**
   * Judges a file.
   *
   * @return why the file is refused, a sentence for the one who sent it; empty: it is fine
   * @throws IOException when it cannot be judged now
   */
  Optional<String> inspect(InspectedFile file) throws IOException;

  /** A file that was received and not stored yet. */
  interface InspectedFile {
    String fileName();

    ContentType contentType();

    long sizeBytes();

    /** The SHA-256 of the content in hexadecimal. */
    String sha256();

    /** Reads the content from its beginning; the caller closes it. */
    InputStream open() throws IOException;
  }
}
