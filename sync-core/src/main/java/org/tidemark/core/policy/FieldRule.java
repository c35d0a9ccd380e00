package org.tidemark.core.policy;

/** How one field merges when both sides changed it. */
public enum FieldRule {
  APPEND,
  UNION,
  SUM,
  MAX,
  MIN,
  OBJECT,
  LAST_WRITE_WINS,
  SERVER,
  CLIENT,
  MANUAL
}
