package org.tidemark.server.space.control;

/** What a member may do, weakest first. */
public enum SpaceRole {
  VIEWER,
  EDITOR,
  OWNER;

  public boolean atLeast(SpaceRole other) {
    return compareTo(other) >= 0;
  }
}
