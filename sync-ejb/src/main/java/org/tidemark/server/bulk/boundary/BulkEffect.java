package org.tidemark.server.bulk.boundary;

/** What settling a conflict does to its record, the gravest first. */
public enum BulkEffect {
  /** The record is deleted. */
  DELETES,
  /** The record was deleted, and comes back. */
  REVIVES,
  /** The record changes, and something that the server has taken since is replaced. */
  OVERWRITES,
  /** The record changes, and keeps what the server has taken since the device's edit began. */
  CHANGES,
  /** The record stays as it is. */
  STAYS
}
