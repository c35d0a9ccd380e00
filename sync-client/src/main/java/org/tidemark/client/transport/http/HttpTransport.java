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
import java.util.function.Supplier;
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

  /** A stream of notices is opened anew after so much; what answers instead may have no lines. */
  private static final long MOST_NOTICES_BYTES = 1 << 20;

  private final URI server;
  private final Supplier<String> token;
  private final Connections connections;

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
    this.connections = new Connections(connectWithin, answerWithin, mostBytes);
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
    Bearer bearer = Bearer.of(token);
    HttpURLConnection connection = connect("/graphql", bearer);
    try {
      int status = send(connection, body);
      return answer(connection, status, reader, bearer);
    } finally {
      connections.done(connection);
    }
  }

  private HttpURLConnection connect(String path, Bearer bearer) throws TransportException {
    return connections.open(URI.create(server + path), bearer);
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
      return Connections.status(connection);
    } catch (IOException e) {
      connection.disconnect();
      throw Connections.noAnswer(e);
    }
  }

  private <T> T answer(
      HttpURLConnection connection, int status, Members.ElementReader<T> reader, Bearer bearer)
      throws TransportException {
    AnswerReader.Read<T> read;
    try (InputStream in = connections.body(connection, status)) {
      if (!Connections.isJson(connection)) {
        throw Connections.foreign(connection, status, bearer.without(Connections.detail(in)));
      }
      read = Connections.values(() -> AnswerReader.read(in, reader));
      Connections.drain(in);
    } catch (IOException e) {
      connection.disconnect();
      throw status < 300
          ? new TransportException(new TransportFailure.HalfAnswer(String.valueOf(e)), e)
          : Connections.failure(connection, status, String.valueOf(e));
    }
    ErrorAnswer error = read.error();
    if (error != null) {
      throw new TransportException(new TransportFailure.Refused(status, error));
    }
    T value = read.value();
    if (value == null || status >= 300) {
      throw Connections.failure(connection, status, "an answer without a value");
    }
    return value;
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    HttpURLConnection connection = connect("/api/v1/changes", Bearer.of(token));
    try {
      connection.setReadTimeout(SILENCE_MS);
      connection.setRequestProperty("Accept", "text/event-stream");
      int status = Connections.status(connection);
      if (status != 200) {
        throw Connections.failure(connection, status < 300 ? 500 : status, "no live channel");
      }
      read(connection, onChange);
    } catch (IOException e) {
      throw Connections.noAnswer(e);
    } finally {
      connections.done(connection);
      connection.disconnect();
    }
  }

  private void read(HttpURLConnection connection, Runnable onChange) throws IOException {
    InputStream in = connections.bounded(connection.getInputStream(), MOST_NOTICES_BYTES);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:") && line.contains("changed")) {
          onChange.run();
        }
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
