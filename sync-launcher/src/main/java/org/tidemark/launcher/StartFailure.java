package org.tidemark.launcher;

import java.io.Serial;

/**
 * Something on this machine keeps the server from starting; the message tells its user what to do.
 */
public final class StartFailure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
