package org.tidemark.server.bulk.boundary;

/** How far a bulk job has come. */
public enum BulkState {
  /** The dry run is under way. */
  CHECKING,
  /** The dry run has ended; somebody has to confirm. */
  READY,
  RUNNING,
  /** Somebody stopped it; what was settled by then is settled. */
  STOPPED,
  DONE,
  UNDOING,
  UNDONE;

  /** Whether the server works on it by itself. */
  public boolean isUnderWay() {
    return this == CHECKING || this == RUNNING || this == UNDOING;
  }
}
