package org.tidemark.client.conflict;

/** Whose value of a field is taken. */
public enum Side {
  LOCAL,
  SERVER,
  SUGGESTED
}
