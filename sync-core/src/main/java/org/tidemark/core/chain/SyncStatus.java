package org.tidemark.core.chain;

/** How a mutation ended. */
public enum SyncStatus {
  APPLIED,
  MERGED,
  SERVER_WINS,
  CONFLICT,
  REJECTED
}
