package org.tidemark.client.transport.media;

/** Where an upload stands at the server. */
public enum UploadPhase {
  CREATED,
  UPLOADING,
  COMPLETING,
  READY,
  ATTACHED,
  ABORTED,
  EXPIRED,
  REJECTED,
  ORPHANED,
  DELETED
}
