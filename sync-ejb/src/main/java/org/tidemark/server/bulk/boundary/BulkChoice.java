package org.tidemark.server.bulk.boundary;

/** What a bulk job decides for each of its conflicts. */
public enum BulkChoice {
  KEEP_CLIENT,
  USE_SERVER,
  /** Each record becomes what its type's merge policy suggests. */
  SUGGESTED
}
