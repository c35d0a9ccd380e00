package org.tidemark.console.difference;

import java.io.Serializable;

/** A run of text, and what became of it. */
public record Piece(Kind kind, String text) implements Serializable {

  /** What became of a run of text; CUT stands for one that is the same and too long to show. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED,
    CUT
  }

  static Piece same(String text) {
    return new Piece(Kind.SAME, text);
  }

  public boolean isAdded() {
    return kind == Kind.ADDED;
  }

  public boolean isRemoved() {
    return kind == Kind.REMOVED;
  }

  public boolean isCut() {
    return kind == Kind.CUT;
  }
}
