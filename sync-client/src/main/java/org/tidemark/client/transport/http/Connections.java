package org.tidemark.client.transport.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;

/** Opens connections, reads what comes back, and ends all of them at once. */
final class Connections {

  private static final int DETAIL_BYTES = 300;

  private final Duration connectWithin;
  private final Duration answerWithin;
  private final long mostBytes;
  private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param answerWithin how long an answer may keep silent
   * @param mostBytes the longest answer that is read
   */
  Connections(Duration connectWithin, Duration answerWithin, long mostBytes) {
    this.connectWithin = connectWithin;
    this.answerWithin = answerWithin;
    this.mostBytes = mostBytes;
  }

  HttpURLConnection open(URI address) throws TransportException {
    if (closed) {
      throw new TransportException(new TransportFailure.NoAnswer("the client was closed"));
    }
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout((int) connectWithin.toMillis());
      connection.setReadTimeout((int) answerWithin.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      open.add(connection);
      return connection;
    } catch (IOException e) {
      throw noAnswer(e);
    }
  }

  /** For a request to the server itself. */
  HttpURLConnection open(URI address, Bearer bearer) throws TransportException {
    HttpURLConnection connection = open(address);
    connection.setRequestProperty("Authorization", bearer.header());
    return connection;
  }

  void done(HttpURLConnection connection) {
    open.remove(connection);
  }

  /**
   * Ends what is under way. Java lets nobody close a stream while another thread reads it, so a
   * thread of its own does that, and the caller does not wait: a live channel ends with its next
   * heartbeat.
   */
  void close() {
    closed = true;
    Thread closing =
        new Thread(() -> open.forEach(HttpURLConnection::disconnect), "tidemark-disconnect");
    closing.setDaemon(true);
    closing.start();
  }

  static int status(HttpURLConnection connection) throws IOException {
    int status = platform(connection::getResponseCode);
    if (status < 0) {
      throw new IOException("the answer is not HTTP");
    }
    return status;
  }

  /** Where another thread ends the connection, the platform trips over what is gone. */
  private static <T> T platform(Reading<T> call) throws IOException {
    try {
      return call.read();
    } catch (RuntimeException e) {
      throw new IOException("the connection was ended", e);
    }
  }

  InputStream body(HttpURLConnection connection, int status)
      throws IOException, TransportException {
    InputStream raw =
        status < 400 ? platform(connection::getInputStream) : connection.getErrorStream();
    if (raw == null) {
      // So it is with each 401: the platform would like to ask again, and keeps the body to itself.
      connection.disconnect();
      throw failure(connection, status, status == 401 ? "" : "an answer without a body");
    }
    boolean gzip = "gzip".equalsIgnoreCase(connection.getContentEncoding());
    return bounded(gzip ? new GZIPInputStream(raw) : raw, mostBytes);
  }

  /** A stream that ends with these connections. */
  InputStream bounded(InputStream raw, long most) {
    return new BoundedStream(raw, most, () -> closed);
  }

  /** Reads an answer. */
  interface Reading<T> {
    T read() throws IOException;
  }

  /** What is read; a value that can't be is a bad answer like any other. */
  static <T> T values(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (IllegalArgumentException e) {
      throw new IOException("a value that can't be", e);
    }
  }

  static boolean isJson(HttpURLConnection connection) {
    String type = connection.getContentType();
    return type != null && type.contains("json");
  }

  /** Reads to the end, so that the connection can be used again. */
  static void drain(InputStream in) throws IOException {
    byte[] rest = new byte[512];
    int read;
    do {
      read = in.read(rest);
    } while (read >= 0);
  }

  static String detail(InputStream in) throws IOException {
    byte[] start = new byte[DETAIL_BYTES];
    int length = Math.max(0, in.read(start));
    return new String(start, 0, length, StandardCharsets.UTF_8);
  }

  /** Nothing came back; where it was no TLS, the address is wrong rather than the network. */
  static TransportException noAnswer(IOException e) {
    boolean isNoTls =
        e instanceof SSLException && !(e instanceof SSLHandshakeException) && e.getCause() == null;
    if (isNoTls) {
      return new TransportException(new TransportFailure.OtherProtocol(String.valueOf(e)), e);
    }
    return new TransportException(new TransportFailure.NoAnswer(String.valueOf(e)), e);
  }

  static TransportException failure(HttpURLConnection connection, int status, String detail) {
    if (status < 300) {
      return new TransportException(new TransportFailure.HalfAnswer(detail));
    }
    return foreign(connection, status, detail);
  }

  /** An answer that is nobody's of ours, even one of success. */
  static TransportException foreign(HttpURLConnection connection, int status, String detail) {
    return new TransportException(
        new TransportFailure.HttpStatus(
            status,
            retryAfter(connection.getHeaderField("Retry-After")),
            detail,
            correlationId(connection.getHeaderField("X-Correlation-Id"))));
  }

  /** As the server makes them; what something in between calls so is not shown. */
  private static @Nullable String correlationId(@Nullable String header) {
    return header != null && header.matches("[A-Za-z0-9._-]{1,64}") ? header : null;
  }

  /** Seconds only: a date would need the server's clock. */
  private static @Nullable Duration retryAfter(@Nullable String header) {
    if (header == null || !header.trim().matches("[0-9]{1,9}")) {
      return null;
    }
    return Duration.ofSeconds(Long.parseLong(header.trim()));
  }
}
