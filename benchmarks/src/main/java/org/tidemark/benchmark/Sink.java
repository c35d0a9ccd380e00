package org.tidemark.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Sends a file by PUT, the kernel copying it to the socket, so that sending takes little. */
final class Sink {
  private Sink() {}

  /** Sends the whole file and waits for an answer of 200, 201 or 204. */
  static void put(URI url, String contentType, Path file) throws IOException {
    try (SocketChannel socket =
            SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
        FileChannel bytes = FileChannel.open(file)) {
      String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      String head =
          "PUT "
              + url.getRawPath()
              + query
              + " HTTP/1.1\r\nHost: "
              + url.getAuthority()
              + (contentType.isEmpty() ? "" : "\r\nContent-Type: " + contentType)
              + "\r\nContent-Length: "
              + bytes.size()
              + "\r\nConnection: close\r\n\r\n";
      socket.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      for (long sent = 0; sent < bytes.size(); ) {
        sent += bytes.transferTo(sent, bytes.size() - sent, socket);
      }
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(socket), StandardCharsets.US_ASCII));
      String status = answer.readLine();
      if (status == null || !status.matches("HTTP/1.1 20[014] .*")) {
        throw new IOException("a PUT was answered: " + status);
      }
    }
  }
}
