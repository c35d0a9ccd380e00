package org.tidemark.core.decide;

/** What made a divergence need a person. */
public enum ConflictType {
  TIMESTAMP,
  VERSION,
  FIELD,
  DELETE_EDIT
}
