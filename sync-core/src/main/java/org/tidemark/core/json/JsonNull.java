package org.tidemark.core.json;

/** The JSON value null, which is not the same as an absent member. */
public enum JsonNull implements Json {
  INSTANCE
}
