package org.tidemark.client.transfer;

/** Who has to act on an upload. */
public enum Standing {
  /** It goes on by itself. */
  ACTIVE,
  /** The record names the file here; the server has not settled that yet, so the copy is kept. */
  NAMED,
  PAUSED,
  PARKED,
  REFUSED,
  /** Given up here; the server is still to be told. */
  CANCELLED,
  DONE
}
