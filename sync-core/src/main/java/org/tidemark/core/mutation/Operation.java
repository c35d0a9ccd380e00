package org.tidemark.core.mutation;

/** What a mutation does to its record. */
public enum Operation {
  UPSERT,
  DELETE
}
