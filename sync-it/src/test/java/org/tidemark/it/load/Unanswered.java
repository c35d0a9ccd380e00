package org.tidemark.it.load;

import java.io.Serial;

/** A request that has no answer, or one that says to come again: nobody knows what was done. */
public final class Unanswered extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean lost;

  /** The server says to come again, or nobody was there. */
  Unanswered(String why) {
    super(why);
    this.lost = false;
  }

  /** The connection ended before the answer came. */
  Unanswered(Throwable cause) {
    super(String.valueOf(cause), cause);
    this.lost = true;
  }

  /** Whether the request may have been served, and its answer lost. */
  public boolean isLost() {
    return lost;
  }
}
