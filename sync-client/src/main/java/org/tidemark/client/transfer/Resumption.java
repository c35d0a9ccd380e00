package org.tidemark.client.transfer;

import org.tidemark.client.transport.media.UploadReport;

/** What to do with an upload, given what the server says of it. */
public enum Resumption {
  /** Send what is missing, then complete. */
  SEND,
  /** Ask for completion: it tells what became of it. */
  COMPLETE,
  /** The file is there. */
  TAKE,
  /** The server has given it up: begin anew from the copy. */
  RESTART;

  public static Resumption of(UploadReport report) {
    return switch (report.phase()) {
      case CREATED, UPLOADING -> SEND;
      case COMPLETING, REJECTED -> COMPLETE;
      case READY, ATTACHED -> report.media() == null ? COMPLETE : TAKE;
      // An orphan may be deleted between this answer and the record's arrival.
      case ABORTED, EXPIRED, ORPHANED, DELETED -> RESTART;
    };
  }
}
