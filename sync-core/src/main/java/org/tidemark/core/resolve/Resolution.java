package org.tidemark.core.resolve;

/** How a person closes a conflict. */
public enum Resolution {
  KEEP_CLIENT,
  USE_SERVER,
  MERGE
}
