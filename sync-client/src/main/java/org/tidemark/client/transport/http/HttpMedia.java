package org.tidemark.client.transport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/**
 * The way to the server's media over {@link HttpURLConnection}.
 *
 * <p>A part is streamed with a fixed length, so one of any size takes the same memory and the
 * platform never repeats it. The token goes to the server alone, never to a signed address, which
 * may be another company's.
 */
public final class HttpMedia implements MediaTransport {

  private static final String UPLOADS = "/api/v1/media/uploads";
  private static final int BUFFER_BYTES = 64 << 10;

  private final URI server;
  private final Supplier<String> token;
  private final Connections connections;
  private final int completeWithinMs;

  /**
   * @param server the address up to and with {@code /sync}
   * @param answerWithin how long an answer may keep silent
   * @param mostBytes the longest answer that is read
   */
  public HttpMedia(
      URI server,
      Supplier<String> token,
      Duration connectWithin,
      Duration answerWithin,
      long mostBytes) {
    this.server = server;
    this.token = token;
    this.connections = new Connections(connectWithin, answerWithin, mostBytes);
    this.completeWithinMs = (int) Math.min(Integer.MAX_VALUE, 10 * answerWithin.toMillis());
  }

  /** Reads the body of an answer. */
  private interface BodyReader<T> {
    T read(InputStream body) throws IOException;
  }

  @Override
  public UploadTicket create(UploadRequest request) throws TransportException {
    HttpURLConnection connection = connect(UPLOADS);
    connection.setRequestProperty("Idempotency-Key", request.idempotencyKey());
    return ask(connection, "POST", body(request), MediaReader::ticket);
  }

  private static JsonObject body(UploadRequest request) {
    TreeMap<String, Json> entity = new TreeMap<>();
    entity.put("entityType", new JsonString(request.record().type().value()));
    entity.put("id", new JsonString(request.record().id().value()));
    entity.put("field", new JsonString(request.field().toString()));
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("fileName", new JsonString(request.fileName()));
    members.put("contentType", new JsonString(request.contentType()));
    members.put("size", JsonNumber.of(request.sizeBytes()));
    members.put("sha256", new JsonString(request.sha256()));
    members.put("space", new JsonString(request.record().space().value()));
    members.put("entity", new JsonObject(entity));
    return new JsonObject(members);
  }

  @Override
  public UploadReport look(String uploadId) throws TransportException {
    return ask(connect(UPLOADS + "/" + uploadId), "GET", null, MediaReader::report);
  }

  @Override
  public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
    List<Json> wanted = new ArrayList<>();
    numbers.forEach(number -> wanted.add(JsonNumber.of(number)));
    return ask(
        connect(UPLOADS + "/" + uploadId + "/parts"),
        "POST",
        JsonObject.EMPTY.with("numbers", new JsonArray(wanted)),
        MediaReader::urls);
  }

  @Override
  public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
    List<Json> sent = new ArrayList<>();
    for (SentPart part : parts) {
      sent.add(
          JsonObject.EMPTY
              .with("number", JsonNumber.of(part.number()))
              .with("etag", new JsonString(part.etag())));
    }
    HttpURLConnection connection = connect(UPLOADS + "/" + uploadId + "/complete");
    // The server reads the whole file once more before it answers.
    connection.setReadTimeout(completeWithinMs);
    return ask(
        connection,
        "POST",
        JsonObject.EMPTY.with("parts", new JsonArray(sent)),
        MediaReader::media);
  }

  @Override
  public void abort(String uploadId) throws TransportException {
    HttpURLConnection connection = connect(UPLOADS + "/" + uploadId);
    try {
      connection.setRequestMethod("DELETE");
      int status = Connections.status(connection);
      if (status >= 300) {
        throw refused(connection, status);
      }
    } catch (IOException e) {
      throw Connections.noAnswer(e);
    } finally {
      connections.done(connection);
    }
  }

  private HttpURLConnection connect(String path) throws TransportException {
    return connections.open(URI.create(server + path), Bearer.of(token));
  }

  /** What something in between says may have the request in it, with the secrets that it bears. */
  private static String detail(HttpURLConnection connection) {
    return "an answer of the type " + connection.getContentType();
  }

  private <T> T ask(
      HttpURLConnection connection, String method, @Nullable JsonObject body, BodyReader<T> reader)
      throws TransportException {
    try {
      int status = send(connection, method, body);
      if (status >= 300) {
        throw refused(connection, status);
      }
      return read(connection, status, reader);
    } finally {
      connections.done(connection);
    }
  }

  private static int send(HttpURLConnection connection, String method, @Nullable JsonObject body)
      throws TransportException {
    try {
      connection.setRequestMethod(method);
      connection.setRequestProperty("Accept", "application/json");
      if (body != null) {
        byte[] bytes = body.canonicalText().getBytes(StandardCharsets.UTF_8);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
          out.write(bytes);
        }
      }
      return Connections.status(connection);
    } catch (IOException e) {
      connection.disconnect();
      throw Connections.noAnswer(e);
    }
  }

  private <T> T read(HttpURLConnection connection, int status, BodyReader<T> reader)
      throws TransportException {
    try (InputStream in = connections.body(connection, status)) {
      if (!Connections.isJson(connection)) {
        throw Connections.foreign(connection, status, detail(connection));
      }
      T value = Connections.values(() -> reader.read(in));
      Connections.drain(in);
      return value;
    } catch (IOException e) {
      connection.disconnect();
      throw new TransportException(new TransportFailure.HalfAnswer(String.valueOf(e)), e);
    }
  }

  /** What a refusal says: a problem document, or something in between that speaks for itself. */
  private TransportException refused(HttpURLConnection connection, int status)
      throws TransportException {
    try (InputStream in = connections.body(connection, status)) {
      if (!Connections.isJson(connection)) {
        return Connections.failure(connection, status, detail(connection));
      }
      ErrorAnswer error = AnswerReader.read(in, parser -> status).error();
      Connections.drain(in);
      return error == null
          ? Connections.failure(connection, status, "an error without a code")
          : new TransportException(new TransportFailure.Refused(status, error));
    } catch (IOException e) {
      connection.disconnect();
      return Connections.failure(connection, status, String.valueOf(e));
    }
  }

  @Override
  public String send(PartUrl to, PartBody body) throws TransportException {
    HttpURLConnection connection = connections.open(address(to));
    try {
      stream(connection, to, body);
      int status = Connections.status(connection);
      if (status >= 300) {
        throw refused(connection, status);
      }
      String etag = connection.getHeaderField("ETag");
      try (InputStream in = connection.getInputStream()) {
        Connections.drain(in);
      }
      if (etag == null) {
        throw Connections.failure(connection, status, "a part without an ETag");
      }
      return etag;
    } catch (IOException e) {
      connection.disconnect();
      throw Connections.noAnswer(e);
    } finally {
      connections.done(connection);
    }
  }

  /** Files go no less safely than the token does. */
  private URI address(PartUrl to) throws TransportException {
    try {
      URI address = server.resolve(URI.create(to.url()));
      String scheme = String.valueOf(address.getScheme());
      boolean plain = scheme.equals("http") && !"https".equals(server.getScheme());
      if (plain || scheme.equals("https")) {
        return address;
      }
      throw new TransportException(
          new TransportFailure.HalfAnswer("the address of " + to + " is " + scheme));
    } catch (IllegalArgumentException e) {
      throw new TransportException(
          new TransportFailure.HalfAnswer("the address of " + to + " is none"), e);
    }
  }

  private static void stream(HttpURLConnection connection, PartUrl to, PartBody body)
      throws IOException {
    connection.setRequestMethod(to.method());
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(to.sizeBytes());
    for (Map.Entry<String, String> header : to.headers().entrySet()) {
      connection.setRequestProperty(header.getKey(), header.getValue());
    }
    try (InputStream in = body.open();
        OutputStream out = connection.getOutputStream()) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
