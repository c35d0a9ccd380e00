package org.tidemark.it.client;

/** What becomes of one request on its way through the {@link UnreliableProxy}. */
public sealed interface Fault {

  /** Nothing happens. */
  record None() implements Fault {}

  /** The connection is reset, and the server has not heard of the request. */
  record LostRequest() implements Fault {}

  /** So many bytes of the request's body reach the server; then both connections are reset. */
  record CutRequest(int bytes) implements Fault {}

  /** The server has answered; the connection is reset before a byte of that comes through. */
  record LostAnswer() implements Fault {}

  /** As {@link LostAnswer}, after something else has happened to the server. */
  record LostAnswerAfter(Runnable event) implements Fault {}

  /** So many bytes of the answer's body come through, but never the last one; then it ends. */
  record CutAnswer(int bytes) implements Fault {}

  /** The proxy answers by itself, with a page that no client of ours understands. */
  record OwnAnswer(int status, String headers) implements Fault {}

  /** The server has answered, and nothing comes through until the client gives up. */
  record SilentAnswer() implements Fault {}

  /** Nothing comes back; the server hears of the request when the client has given up. */
  record LateRequest() implements Fault {}

  static Fault busy(int retryAfterSeconds) {
    return new OwnAnswer(503, "Retry-After: " + retryAfterSeconds + "\r\n");
  }

  static Fault status(int status) {
    return new OwnAnswer(status, "");
  }
}
