package org.tidemark.server.bulk.boundary;

/** What has become of one conflict of a bulk job. */
public enum ItemState {
  /** Not looked at yet. */
  WAITING,
  /** Would be settled, by the dry run. */
  FIT,
  SETTLED,
  /** The record is no longer as the conflict shows it: a person has to look. */
  MOVED_ON,
  /** Somebody else settled it, or a later edit took its place. */
  CLOSED,
  /** Somebody else is working on it. */
  CLAIMED,
  /** The choice can't be written; the reason says why. */
  REFUSED,
  /** Settled and taken back: the conflict is open again. */
  UNDONE,
  /** Settled, and left so by the undoing: the record has moved on since. */
  KEPT
}
