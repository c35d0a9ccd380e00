package org.tidemark.client.replica;

/** How far a conflict has come. */
public enum ConflictState {
  /** Waits for a person. */
  OPEN,
  /** A person decided here; the server has not heard of it yet. */
  DECIDED,
  /** Decided, here or elsewhere. */
  RESOLVED,
  /** A later edit took its place. */
  SUPERSEDED,
  /** The person gave it up together with a lost space. */
  DISMISSED
}
