package org.tidemark.client.record;

/** Where a record stands between this device and the server. */
public enum RecordStatus {
  /** As the server has it. */
  SYNCED,
  /** Edited here, not on the server yet. */
  PENDING,
  /** Edited here and elsewhere; a person must decide. */
  CONFLICT,
  /** Edited here; the server refused it, or it was tried too often. */
  PARKED,
  /** Edited here in a space that was lost. */
  READ_ONLY
}
