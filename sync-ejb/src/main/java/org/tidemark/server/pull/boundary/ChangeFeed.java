package org.tidemark.server.pull.boundary;

/** Tells connected clients that something changed in their spaces. */
public interface ChangeFeed {
  /**
   * Calls {@code onChange} after each commit that touches a space of the user, from a thread of the
   * server's; it must return at once. Several commits may make one call.
   */
  Subscription subscribe(String user, Runnable onChange);

  /** Ends the notices when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
