package org.tidemark.media.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.UploadId;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists what a bucket holds, in pages.
 *
 * <p>Staged uploads are of two kinds, objects and multipart uploads; the first kind is listed
 * before the second, and a place in the list begins with its kind.
 */
final class S3Listing {
  private static final String OBJECT = "1";
  private static final String MULTIPART = "2";

  private final S3Client s3;
  private final String bucket;

  S3Listing(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  List<StagedName> staged(String prefix, String after, int limit) {
    List<StagedName> found = new ArrayList<>();
    if (!after.startsWith(MULTIPART)) {
      String name = after.isEmpty() ? "" : after.substring(OBJECT.length());
      for (S3Object object : objects(prefix, name, limit, UploadId::is)) {
        String upload = object.key().substring(prefix.length());
        found.add(new StagedName(OBJECT + upload, new UploadId(upload), "", object.lastModified()));
      }
    }
    if (found.size() < limit) {
      String name = after.startsWith(MULTIPART) ? after.substring(MULTIPART.length()) : "";
      for (MultipartUpload begun : multiparts(prefix, name, limit - found.size())) {
        String upload = begun.key().substring(prefix.length());
        found.add(
            new StagedName(
                MULTIPART + upload, new UploadId(upload), begun.uploadId(), begun.initiated()));
      }
    }
    return found;
  }

  List<StoredName> stored(String prefix, String after, int limit) {
    return objects(prefix, after, limit, ContentKey::is).stream()
        .map(
            object ->
                new StoredName(
                    new ContentKey(object.key().substring(prefix.length())), object.lastModified()))
        .toList();
  }

  /** As many as are asked for, if there are so many: what others put there does not count. */
  private List<S3Object> objects(
      String prefix, String after, int limit, Predicate<String> isOurName) {
    return s3
        .listObjectsV2Paginator(
            list -> list.bucket(bucket).prefix(prefix).startAfter(prefix + after).maxKeys(limit))
        .contents()
        .stream()
        .filter(object -> isOurName.test(object.key().substring(prefix.length())))
        .limit(limit)
        .toList();
  }

  private List<MultipartUpload> multiparts(String prefix, String after, int limit) {
    return s3
        .listMultipartUploadsPaginator(
            list ->
                list.bucket(bucket)
                    .prefix(prefix)
                    .keyMarker(after.isEmpty() ? null : prefix + after)
                    .maxUploads(limit))
        .uploads()
        .stream()
        .filter(begun -> UploadId.is(begun.key().substring(prefix.length())))
        .limit(limit)
        .toList();
  }
}
