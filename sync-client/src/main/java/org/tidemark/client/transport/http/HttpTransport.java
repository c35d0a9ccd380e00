package org.tidemark.client.transport.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;

/**
 * The transport over {@link HttpURLConnection}, which Java and Android share.
 *
 * <p>Redirects are not followed, since nobody but the server itself may answer; a request's length
 * is fixed beforehand, so that the platform does not repeat it behind our back.
 */
public final class HttpTransport implements Transport {

  /** The server's heart beats every 25 s. */
  private static final int SILENCE_MS = 60_000;

  private static final int DETAIL_BYTES = 300;

  /** A stream of notices is opened anew after so much; what answers instead may have no lines. */
  private static final long MOST_NOTICES_BYTES = 1 << 20;

  /** So much of a token tells it from other words; the text may be cut within it. */
  private static final int TELLING = 16;

  private final URI server;
  private final Supplier<String> token;
  private final Duration connectWithin;
  private final Duration answerWithin;
  private final long mostBytes;
  private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param server the address up to and with {@code /sync}
   * @param answerWithin how long an answer may keep silent
   * @param mostBytes the longest answer that is read
   */
  public HttpTransport(
      URI server,
      Supplier<String> token,
      Duration connectWithin,
      Duration answerWithin,
      long mostBytes) {
    this.server = server;
    this.token = token;
    this.connectWithin = connectWithin;
    this.answerWithin = answerWithin;
    this.mostBytes = mostBytes;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    return ask(Requests.push(request), PushReader::read);
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    return ask(Requests.pull(request), PageReader::read);
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    return ask(Requests.resolve(request), ItemReader::read);
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    return ask(Requests.plain(Queries.POLICIES), PolicyParser::list);
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    return ask(Requests.plain(Queries.SPACES), parser -> Members.list(parser, PageReader::grant));
  }

  private <T> T ask(byte[] body, Members.ElementReader<T> reader) throws TransportException {
    String bearer = bearer();
    HttpURLConnection connection = connect("/graphql", bearer);
    try {
      int status = send(connection, body);
      return answer(connection, status, reader, bearer);
    } finally {
      open.remove(connection);
    }
  }

  private HttpURLConnection connect(String path, String bearer) throws TransportException {
    if (closed) {
      throw new TransportException(new TransportFailure.NoAnswer("the client was closed"));
    }
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(server + path).toURL().openConnection();
      connection.setConnectTimeout((int) connectWithin.toMillis());
      connection.setReadTimeout((int) answerWithin.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestProperty("Authorization", "Bearer " + bearer);
      open.add(connection);
      return connection;
    } catch (IOException e) {
      throw new TransportException(new TransportFailure.NoAnswer(String.valueOf(e)), e);
    }
  }

  /** The platform would name a token that is none in what it throws, and so it would be logged. */
  private String bearer() {
    String bearer = token.get().trim();
    if (bearer.isEmpty() || !bearer.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new ClientException(Problems.signIn("there is no token, or it is not one word"));
    }
    return bearer;
  }

  private static int send(HttpURLConnection connection, byte[] body) throws TransportException {
    try {
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setRequestProperty("Accept", "application/json");
      connection.setRequestProperty("Accept-Encoding", "gzip");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return status(connection);
    } catch (IOException e) {
      connection.disconnect();
      throw new TransportException(new TransportFailure.NoAnswer(String.valueOf(e)), e);
    }
  }

  private static int status(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("the answer is not HTTP");
    }
    return status;
  }

  private <T> T answer(
      HttpURLConnection connection, int status, Members.ElementReader<T> reader, String bearer)
      throws TransportException {
    AnswerReader.Read<T> read;
    try (InputStream in = body(connection, status)) {
      if (!isJson(connection)) {
        throw failure(connection, status, without(bearer, detail(in)));
      }
      read = read(in, reader);
      drain(in);
    } catch (IOException e) {
      connection.disconnect();
      throw status < 300
          ? new TransportException(new TransportFailure.HalfAnswer(String.valueOf(e)), e)
          : failure(connection, status, String.valueOf(e));
    }
    ErrorAnswer error = read.error();
    if (error != null) {
      throw new TransportException(new TransportFailure.Refused(status, error));
    }
    T value = read.value();
    if (value == null || status >= 300) {
      throw failure(connection, status, "an answer without a value");
    }
    return value;
  }

  private static <T> AnswerReader.Read<T> read(InputStream in, Members.ElementReader<T> reader)
      throws IOException {
    try {
      return AnswerReader.read(in, reader);
    } catch (IllegalArgumentException e) {
      throw new IOException("a value that can't be", e);
    }
  }

  private InputStream body(HttpURLConnection connection, int status)
      throws IOException, TransportException {
    InputStream raw = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    if (raw == null) {
      // So it is with each 401: the platform would like to ask again, and keeps the body to itself.
      connection.disconnect();
      throw failure(connection, status, "an answer without a body");
    }
    boolean gzip = "gzip".equalsIgnoreCase(connection.getContentEncoding());
    return new BoundedStream(gzip ? new GZIPInputStream(raw) : raw, mostBytes, () -> closed);
  }

  private static boolean isJson(HttpURLConnection connection) {
    String type = connection.getContentType();
    return type != null && type.contains("json");
  }

  /** Reads to the end, so that the connection can be used again. */
  private static void drain(InputStream in) throws IOException {
    byte[] rest = new byte[512];
    int read;
    do {
      read = in.read(rest);
    } while (read >= 0);
  }

  private static String detail(InputStream in) throws IOException {
    byte[] start = new byte[DETAIL_BYTES];
    int length = Math.max(0, in.read(start));
    return new String(start, 0, length, StandardCharsets.UTF_8);
  }

  /** Some that stand in between answer with the request that they refuse. */
  private static String without(String bearer, String text) {
    int begin = text.indexOf(bearer.substring(0, Math.min(TELLING, bearer.length())));
    return begin < 0 ? text : text.substring(0, begin) + "(the token)";
  }

  private static TransportException failure(
      HttpURLConnection connection, int status, String detail) {
    if (status < 300) {
      return new TransportException(new TransportFailure.HalfAnswer(detail));
    }
    return new TransportException(
        new TransportFailure.HttpStatus(
            status, retryAfter(connection.getHeaderField("Retry-After")), detail));
  }

  /** Seconds only: a date would need the server's clock. */
  private static @Nullable Duration retryAfter(@Nullable String header) {
    if (header == null || !header.trim().matches("[0-9]{1,9}")) {
      return null;
    }
    return Duration.ofSeconds(Long.parseLong(header.trim()));
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    HttpURLConnection connection = connect("/api/v1/changes", bearer());
    try {
      connection.setReadTimeout(SILENCE_MS);
      connection.setRequestProperty("Accept", "text/event-stream");
      int status = status(connection);
      if (status != 200) {
        throw failure(connection, status < 300 ? 500 : status, "no live channel");
      }
      read(connection, onChange);
    } catch (IOException e) {
      throw new TransportException(new TransportFailure.NoAnswer(String.valueOf(e)), e);
    } finally {
      open.remove(connection);
      connection.disconnect();
    }
  }

  private void read(HttpURLConnection connection, Runnable onChange) throws IOException {
    InputStream in =
        new BoundedStream(connection.getInputStream(), MOST_NOTICES_BYTES, () -> closed);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:") && line.contains("changed")) {
          onChange.run();
        }
      }
    }
  }

  /**
   * Ends what is under way. Java lets nobody close a stream while another thread reads it, so a
   * thread of its own does that, and the caller does not wait: a live channel ends with its next
   * heartbeat.
   */
  @Override
  public void close() {
    closed = true;
    Thread closing =
        new Thread(() -> open.forEach(HttpURLConnection::disconnect), "tidemark-disconnect");
    closing.setDaemon(true);
    closing.start();
  }
}
