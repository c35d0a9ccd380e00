package org.tidemark.core.detect;

/** What a comparison of two sides found. */
public enum Detection {
  SERVER_NEWER,
  LOCAL_NEWER,
  TIMESTAMP_CONFLICT,
  VERSION_CONFLICT,
  NONE
}
