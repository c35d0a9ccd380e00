package org.tidemark.testkit.server;

/** What a member of a space may do, weakest first. */
public enum Role {
  VIEWER,
  EDITOR,
  OWNER;

  boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
