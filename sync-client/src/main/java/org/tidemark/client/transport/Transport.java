package org.tidemark.client.transport;

import java.util.List;

/**
 * The way to the server. Each call is one request; none is repeated here, and none may be called
 * while a lock or a transaction of the store is held.
 */
public interface Transport {

  /** Sends a batch; the answer may leave out mutations, which then count as not answered. */
  PushAnswer push(PushRequest request) throws TransportException;

  /** Asks for one page of changes. */
  PullPage pull(PullRequest request) throws TransportException;

  /** Sends a person's decision on a conflict. */
  ItemAnswer resolveConflict(ResolveRequest request) throws TransportException;

  /** The merge policies in force. */
  List<PolicyAnswer> policies() throws TransportException;

  /** The spaces that the user is a member of. */
  List<SpaceGrant> spaces() throws TransportException;

  /**
   * Listens to the server's notices until the connection ends, and calls {@code onChange} at each.
   *
   * <p>Returns when the server ends the stream; a transport without a live channel fails with
   * {@link TransportFailure.NoAnswer} at once, and the client polls.
   */
  void listen(Runnable onChange) throws TransportException;

  /** Ends every request that is under way, so that a waiting thread comes back. */
  void close();
}
