package org.tidemark.web.rest.changes;

/** A connection that takes bytes without ever blocking. */
interface EventSink {
  /** Whether bytes may be written now; where not, the sink's owner is told when it may. */
  boolean isReady();

  /** Whether a write has failed: nobody reads any more. */
  boolean isBroken();

  void write(byte[] event);

  /** Ends the connection; more than once does no harm. */
  void close();
}
