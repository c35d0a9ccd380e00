package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.media.UploadId;

/** Gives out names that nobody can guess. */
@ApplicationScoped
public class Names {
  private final SecureRandom random = new SecureRandom();

  public UploadId upload() {
    return UploadId.ofRandom(bytes(UploadId.RANDOM_BYTES));
  }

  public MediaId media() {
    return MediaId.ofRandom(bytes(MediaId.RANDOM_BYTES));
  }

  public ContentKey content() {
    return ContentKey.ofRandom(bytes(ContentKey.RANDOM_BYTES));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
