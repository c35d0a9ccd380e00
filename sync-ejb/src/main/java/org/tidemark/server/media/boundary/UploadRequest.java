package org.tidemark.server.media.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A file that a client wants to send.
 *
 * @param sha256 of its content in hexadecimal; null: not known
 * @param space null: the caller's own
 * @param entity the record field that will name it; null: not known
 * @param idempotencyKey names this wish, so that asking again makes no second upload; null: none
 */
public record UploadRequest(
    String fileName,
    String contentType,
    long sizeBytes,
    @Nullable String sha256,
    @Nullable String space,
    @Nullable EntityField entity,
    @Nullable String idempotencyKey) {

  UploadRequest withSize(long other) {
    return new UploadRequest(fileName, contentType, other, sha256, space, entity, idempotencyKey);
  }

  /** A field of a record, by JSON pointer. */
  public record EntityField(String entityType, String id, String field) {}
}
