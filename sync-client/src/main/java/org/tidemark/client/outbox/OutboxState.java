package org.tidemark.client.outbox;

/** Where a queued mutation stands. */
public enum OutboxState {
  /** Waits to be sent for the first time. */
  WAITING,
  /** Was sent; its answer is not known, and it will be sent again word for word. */
  SENT,
  /** Is not sent again before a person decides. */
  PARKED
}
