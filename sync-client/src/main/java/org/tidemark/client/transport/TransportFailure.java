package org.tidemark.client.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a request failed as a whole. Whether the server did what was asked is not known. */
public sealed interface TransportFailure {

  /** Nothing came back: no connection, a time-out, a reset. */
  record NoAnswer(String detail) implements TransportFailure {}

  /** Something answers that does not speak TLS, as the address has it. */
  record OtherProtocol(String detail) implements TransportFailure {}

  /** The answer broke off, is too long, or is not what the contract says. */
  record HalfAnswer(String detail) implements TransportFailure {}

  /** An HTTP status without an answer in the contract's form; a success is a page of others. */
  record HttpStatus(
      int status, @Nullable Duration retryAfter, String detail, @Nullable String correlationId)
      implements TransportFailure {

    public HttpStatus(int status, @Nullable Duration retryAfter, String detail) {
      this(status, retryAfter, detail, null);
    }
  }

  /**
   * An error in the contract's form.
   *
   * @param status the HTTP status that it came with
   */
  record Refused(int status, ErrorAnswer error) implements TransportFailure {}
}
