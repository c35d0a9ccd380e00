package org.tidemark.core.media;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a file, from the first word of it to its end.
 *
 * <p>An upload lives through the states up to {@link #READY}; from there on the stored media does.
 */
public enum MediaState {
  /** Announced; nothing was received. */
  CREATED,
  /** Parts are coming in. */
  UPLOADING,
  /** Put together and checked, by one request at a time. */
  COMPLETING,
  /** Stored; no record names it yet. */
  READY,
  /** A record, an open conflict or a kept revision names it. */
  ATTACHED,
  /** Nobody has named it for so long that it may be deleted. */
  ORPHANED,
  DELETED,
  /** Given up by its client. */
  ABORTED,
  /** Given up for idleness. */
  EXPIRED,
  /** The content broke a rule. */
  REJECTED;

  private static final Set<MediaState> LIVE_UPLOAD = EnumSet.of(CREATED, UPLOADING, COMPLETING);

  /** Whether the one may follow the other. */
  public boolean mayBecome(MediaState next) {
    return followers().contains(next);
  }

  private Set<MediaState> followers() {
    return switch (this) {
      case CREATED -> EnumSet.of(UPLOADING, COMPLETING, ABORTED, EXPIRED, REJECTED);
      case UPLOADING -> EnumSet.of(UPLOADING, COMPLETING, ABORTED, EXPIRED, REJECTED);
      // A completion that a crash cut off is begun again, or goes back to receiving.
      case COMPLETING -> EnumSet.of(COMPLETING, UPLOADING, READY, ABORTED, EXPIRED, REJECTED);
      case READY -> EnumSet.of(ATTACHED, ORPHANED, DELETED);
      case ATTACHED -> EnumSet.of(READY, DELETED);
      case ORPHANED -> EnumSet.of(READY, ATTACHED, DELETED);
      case DELETED, ABORTED, EXPIRED, REJECTED -> EnumSet.noneOf(MediaState.class);
    };
  }

  /** Whether bytes of an upload may come in. */
  public boolean receives() {
    return this == CREATED || this == UPLOADING;
  }

  /** Whether this is the state of an upload that may still succeed, and has staged bytes. */
  public boolean isLiveUpload() {
    return LIVE_UPLOAD.contains(this);
  }

  /** Whether the bytes may be read. */
  public boolean isReadable() {
    return this == READY || this == ATTACHED || this == ORPHANED;
  }
}
