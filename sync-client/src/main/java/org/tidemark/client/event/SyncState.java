package org.tidemark.client.event;

/** What the client is doing. */
public enum SyncState {
  IDLE,
  SYNCING,
  /** The last request brought no answer. */
  OFFLINE,
  /** Nothing is sent before somebody signs in, or takes a new client id. */
  PAUSED,
  CLOSED
}
