package org.tidemark.it.load;

import java.io.Serial;

/** A request that has no answer, or one that says to come again: nobody knows what was done. */
public final class Unanswered extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  Unanswered(String why) {
    super(why);
  }

  Unanswered(Throwable cause) {
    super(String.valueOf(cause), cause);
  }
}
