package org.tidemark.testkit.world;

/** What can happen to a request. */
enum Mishap {
  /** Never arrives. */
  REQUEST_LOST,
  /** Arrives after the sender has given up. */
  REQUEST_LATE,
  /** Arrives twice, once much later; the first answer comes back. */
  REQUEST_TWICE,
  /** Is done; the answer never arrives. */
  ANSWER_LOST,
  /** Is done; half of the answer arrives. */
  ANSWER_CUT,
  /** 503, nothing was done. */
  BUSY,
  /** 429, nothing was done. */
  TOO_MANY,
  /** 500, and it was done. */
  FAILED_AFTER,
  /** 404 from something in between: nothing was done, and asking again is said to be no use. */
  TURNED_AWAY
}
