package org.tidemark.client.replica;

/** What overrode a local state. */
public enum SnapshotReason {
  SERVER_WINS,
  MERGED,
  RESOLVED,
  RESOLVED_ELSEWHERE,
  DISMISSED,
  RESTORED,
  SPACE_LOST
}
