package org.tidemark.it.media;

import java.util.Map;
import org.tidemark.media.store.ObjectStore;

/** Settings of a server that keeps its media in an object store. */
final class KeptInS3 {
  private KeptInS3() {}

  static Map<String, String> settings(ObjectStore objects) {
    return Map.of(
        "SYNC_MEDIA_STORE",
        "s3",
        "SYNC_S3_ENDPOINT",
        objects.endpoint().toString(),
        "SYNC_S3_BUCKET",
        ObjectStore.BUCKET,
        "SYNC_S3_PATH_STYLE",
        "true",
        "SYNC_S3_ACCESS_KEY",
        ObjectStore.ACCESS_KEY,
        "SYNC_S3_SECRET_KEY",
        ObjectStore.SECRET_KEY);
  }
}
