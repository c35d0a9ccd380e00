package org.tidemark.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection that posts JSON and reads whole answers: plain HTTP/1.1 over a socket, so that
 * what makes the load takes little of the machine that it shares with what is measured.
 */
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] head;
  private byte[] answer = new byte[1 << 16];
  private int length;

  Wire(URI address, String token) throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
    head =
        ascii(
            "POST "
                + address.getPath()
                + " HTTP/1.1\r\nHost: "
                + address.getAuthority()
                + "\r\nAuthorization: Bearer "
                + token
                + "\r\nContent-Type: application/json\r\nContent-Length: ");
  }

  /** Posts a body; the answer can be read until the next call. */
  Answer post(byte[] body) throws IOException {
    byte[] size = ascii(body.length + "\r\n\r\n");
    byte[] message = Arrays.copyOf(head, head.length + size.length + body.length);
    System.arraycopy(size, 0, message, head.length, size.length);
    System.arraycopy(body, 0, message, head.length + size.length, body.length);
    out.write(message);
    String status = line();
    int expected = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        expected = Integer.parseInt(lower.substring(15).trim());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      }
    }
    length = 0;
    if (chunked) {
      readChunks();
    } else {
      read(expected);
    }
    Answer read = new Answer(answer, length);
    if (!status.contains(" 200 ") || read.count("\"errors\":") > 0) {
      throw new IOException(status + " " + read.start());
    }
    return read;
  }

  private void readChunks() throws IOException {
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      read(size);
      line();
    }
    line();
  }

  private void read(int size) throws IOException {
    if (answer.length < length + size) {
      answer = Arrays.copyOf(answer, Math.max(2 * answer.length, length + size));
    }
    if (in.readNBytes(answer, length, size) < size) {
      throw new EOFException("the answer was cut");
    }
    length += size;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
