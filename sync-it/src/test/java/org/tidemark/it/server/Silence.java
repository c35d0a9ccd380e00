package org.tidemark.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A clock that strikes when the server's read timeout has passed: a request that stops in the
 * middle of its body is cut off then.
 */
public final class Silence {
  private static final int PATIENCE_MS = 60_000;

  private Silence() {}

  /** Sends a part of a body, and comes back when the server has ended the connection. */
  public static void awaitCut(Http http) throws IOException {
    URI sync = http.sync();
    try (Socket socket = new Socket(sync.getHost(), sync.getPort())) {
      String head =
          """
          POST /sync/graphql HTTP/1.1\r
          Host: %s\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          Content-Length: 1000\r
          \r
          {"query\
          """
              .formatted(sync.getAuthority(), http.token());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      if (!isCut(socket)) {
        throw new AssertionError("an answer came instead of an end");
      }
    }
  }

  /** Whether the server ends the connection without another byte. */
  public static boolean isCut(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MS);
    InputStream in = socket.getInputStream();
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
