package org.tidemark.web.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads bodies of requests from the container. */
public final class Bodies {
  private Bodies() {}

  /**
   * As {@link InputStream#read(byte[], int, int)}.
   *
   * <p>Undertow ends a connection that has been silent for too long, and frees its buffer, while a
   * thread still waits in it. That thread then meets a null, although nothing is wrong but the
   * connection.
   */
  public static int read(InputStream in, byte[] bytes, int from, int length) throws BodyLost {
    try {
      return in.read(bytes, from, length);
    } catch (NullPointerException | IOException ended) {
      throw new BodyLost(ended);
    }
  }
}
