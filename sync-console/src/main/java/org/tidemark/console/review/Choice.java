package org.tidemark.console.review;

/** Whose value a field gets. */
public enum Choice {
  SERVER,
  CLIENT,
  BASE,
  OTHER
}
