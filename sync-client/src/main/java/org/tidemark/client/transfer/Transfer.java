package org.tidemark.client.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.RecordKey;

/**
 * One file on its way into one field of a record.
 *
 * @param id its name here, and that of its copy
 * @param creationKey names the request for an upload; a new one for each new beginning
 * @param serverId the server's upload; null: none is known
 * @param media the file on the server; null: it is not complete there
 */
public record Transfer(
    String id,
    RecordKey record,
    JsonPointer field,
    FileFacts file,
    Instant addedAt,
    String creationKey,
    @Nullable String serverId,
    @Nullable MediaAnswer media,
    Standing standing) {

  public UploadRequest toRequest() {
    return new UploadRequest(
        creationKey,
        file.name(),
        file.contentType(),
        file.sizeBytes(),
        file.sha256(),
        record,
        field);
  }

  public UploadState state() {
    return switch (standing) {
      case ACTIVE ->
          media != null
              ? UploadState.ATTACHING
              : serverId != null ? UploadState.UPLOADING : UploadState.WAITING;
      case PAUSED -> UploadState.PAUSED;
      case PARKED -> UploadState.PARKED;
      case REFUSED -> UploadState.REFUSED;
      case CANCELLED -> UploadState.CANCELLED;
      case NAMED, DONE -> UploadState.DONE;
    };
  }
}
