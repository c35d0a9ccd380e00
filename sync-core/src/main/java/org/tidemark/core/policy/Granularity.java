package org.tidemark.core.policy;

/** Whether the last write wins for a whole record or field by field. */
public enum Granularity {
  RECORD,
  FIELD
}
