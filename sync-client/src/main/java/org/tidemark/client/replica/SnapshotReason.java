package org.tidemark.client.replica;

/** What a snapshot was taken before. */
public enum SnapshotReason {
  SERVER_WINS,
  MERGED,
  /** The local side that a decision of this person did not take. */
  RESOLVED,
  /** The server's side that a decision of this person did not take. */
  RESOLVED_SERVER_SIDE,
  RESOLVED_ELSEWHERE,
  /** This person deleted the record. */
  DELETED,
  /** This person saved from a page or view that was older than an edit of theirs. */
  EDITED_OVER,
  DISMISSED,
  RESTORED,
  SPACE_LOST
}
