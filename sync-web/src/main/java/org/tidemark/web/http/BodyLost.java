package org.tidemark.web.http;

import java.io.IOException;

/** The connection ended before the body did: nobody waits for an answer any more. */
public final class BodyLost extends IOException {
  private static final long serialVersionUID = 1L;

  BodyLost(Exception cause) {
    super("the connection ended before the body did", cause);
  }
}
