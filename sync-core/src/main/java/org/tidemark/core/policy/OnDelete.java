package org.tidemark.core.policy;

/** Who wins when one side deleted what the other edited. */
public enum OnDelete {
  NEWEST,
  DELETE_WINS,
  EDIT_WINS,
  MANUAL
}
