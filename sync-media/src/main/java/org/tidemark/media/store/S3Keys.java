package org.tidemark.media.store;

import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.UploadId;

/** Where things lie in a bucket. */
final class S3Keys {
  static final String STAGING = "staging/";
  static final String MEDIA = "media/";

  private S3Keys() {}

  static String staging(UploadId upload) {
    return STAGING + upload;
  }

  static String media(ContentKey key) {
    return MEDIA + key;
  }
}
