package org.tidemark.core.policy;

/** How two diverged states of a record become one. */
public enum MergeStrategy {
  LAST_WRITE_WINS,
  SERVER_MERGE,
  MANUAL
}
