package org.tidemark.client.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadPhase;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;
import org.tidemark.core.json.JsonPointer;

/** The media over real HTTP: what goes over the wire, and what failures become. */
@Timeout(60)
class HttpMediaTest {

  private static final int PART_BYTES = 64 << 20;
  private static final UploadRequest REQUEST =
      new UploadRequest(
          "key-1",
          "photo.png",
          "image/png",
          35,
          "ab",
          Keys.note("n1"),
          JsonPointer.parse("/photo"));

  private HttpServer server;
  private ExecutorService threads;
  private HttpMedia media;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> seen = Collections.synchronizedMap(new TreeMap<>());
  private volatile Answer answer = exchange -> reply(exchange, 500, "text/plain", "");

  /** How the server answers. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newCachedThreadPool();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    media = media(URI.create(base() + "/sync"));
  }

  private static HttpMedia media(URI server) {
    return new HttpMedia(
        server, () -> "secret", Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> seen.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
    answer.to(exchange);
  }

  private void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void answers(int status, String json) {
    answer = exchange -> reply(exchange, status, "application/json", json);
  }

  private PartUrl part(int size) {
    return new PartUrl(
        1,
        size,
        "PUT",
        base() + "/signed?sig=x",
        new TreeMap<>(Map.of("Content-Type", "image/png")));
  }

  private static TransportFailure failure(ThrowingCallable call) {
    TransportFailure[] failure = new TransportFailure[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(TransportException.class, e -> failure[0] = e.failure());
    return failure[0];
  }

  @Test
  void create_saysAllOfTheFile_andReadsTheTicket() throws TransportException {
    answers(
        201,
        """
        {"uploadId":"u1","state":"CREATED","partSize":30,"expiresAt":"2026-03-02T12:00:00Z",
         "parts":[{"number":1,"size":30,"method":"PUT","url":"https://store.test/1",
                   "headers":{"Content-Type":"image/png"},"expiresAt":"2026-03-01T12:15:00Z"},
                  {"number":2,"size":5,"method":"PUT","url":"/sync/relative","headers":null}]}
        """);
    UploadTicket ticket = media.create(REQUEST);

    assertThat(asked).containsExactly("POST /sync/api/v1/media/uploads");
    assertThat(seen).containsEntry("idempotency-key", "key-1");
    assertThat(seen).containsEntry("authorization", "Bearer secret");
    assertThat(seen)
        .containsEntry(
            "body",
            "{\"contentType\":\"image/png\",\"entity\":{\"entityType\":\"note\","
                + "\"field\":\"/photo\",\"id\":\"n1\"},\"fileName\":\"photo.png\","
                + "\"sha256\":\"ab\",\"size\":35,\"space\":\"team\"}");
    assertThat(ticket.uploadId()).isEqualTo("u1");
    assertThat(ticket.phase()).isEqualTo(UploadPhase.CREATED);
    assertThat(ticket.partSizeBytes()).isEqualTo(30);
    assertThat(ticket.parts())
        .containsExactly(
            new PartUrl(
                1,
                30,
                "PUT",
                "https://store.test/1",
                new TreeMap<>(Map.of("Content-Type", "image/png"))),
            new PartUrl(2, 5, "PUT", "/sync/relative", new TreeMap<>()));
    assertThat(ticket.toString()).doesNotContain("store.test");
  }

  @Test
  void look_readsWhatIsThere() throws TransportException {
    answers(
        200,
        "{\"state\":\"UPLOADING\",\"size\":35,\"receivedBytes\":30,\"media\":null,"
            + "\"parts\":[{\"number\":1,\"size\":30,\"etag\":\"\\\"e\\\"\"}]}");
    assertThat(media.look("u1"))
        .isEqualTo(
            new UploadReport(UploadPhase.UPLOADING, List.of(new SentPart(1, 30, "\"e\"")), null));
    answers(
        200, "{\"state\":\"READY\",\"media\":{\"mediaId\":\"m1\",\"url\":\"https://files/m1\"}}");
    assertThat(media.look("u1").media()).isEqualTo(new MediaAnswer("m1", "https://files/m1"));
    assertThat(asked).containsOnly("GET /sync/api/v1/media/uploads/u1");
  }

  @Test
  void urls_complete_andAbort_askAsTheContractSays() throws TransportException {
    answers(200, "{\"parts\":[{\"number\":3,\"size\":5,\"url\":\"https://store.test/3\"}]}");
    assertThat(media.urls("u1", List.of(3, 4))).extracting(PartUrl::number).containsExactly(3);
    assertThat(seen).containsEntry("body", "{\"numbers\":[3,4]}");
    answers(200, "{\"mediaId\":\"m1\",\"url\":\"https://files/m1\",\"sha256\":\"ab\"}");
    assertThat(media.complete("u1", List.of(new SentPart(1, 30, "\"e\""))))
        .isEqualTo(new MediaAnswer("m1", "https://files/m1"));
    assertThat(seen).containsEntry("body", "{\"parts\":[{\"etag\":\"\\\"e\\\"\",\"number\":1}]}");
    answer = exchange -> reply(exchange, 204, "text/plain", "");
    media.abort("u1");
    assertThat(asked)
        .containsExactly(
            "POST /sync/api/v1/media/uploads/u1/parts",
            "POST /sync/api/v1/media/uploads/u1/complete",
            "DELETE /sync/api/v1/media/uploads/u1");
  }

  @Test
  void send_putsTheBytesWithTheirLength_andNeverTheToken() throws TransportException {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"e1\"");
          reply(exchange, 200, "text/plain", "");
        };
    byte[] bytes = "the bytes".getBytes(StandardCharsets.UTF_8);
    assertThat(media.send(part(bytes.length), () -> new ByteArrayInputStream(bytes)))
        .isEqualTo("\"e1\"");
    assertThat(asked).containsExactly("PUT /signed?sig=x");
    assertThat(seen)
        .containsEntry("body", "the bytes")
        .containsEntry("content-length", "9")
        .containsEntry("content-type", "image/png")
        .doesNotContainKeys("authorization", "transfer-encoding");
  }

  @Test
  void send_streams_andIsNeverFarAheadOfTheServer() throws TransportException {
    AtomicLong received = new AtomicLong();
    AtomicLong given = new AtomicLong();
    AtomicLong ahead = new AtomicLong();
    answer =
        exchange -> {
          byte[] buffer = new byte[1 << 16];
          InputStream in = exchange.getRequestBody();
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            received.addAndGet(read);
          }
          exchange.getResponseHeaders().set("ETag", "e");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        };
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            int more = (int) Math.min(length, PART_BYTES - given.get());
            if (more == 0) {
              return -1;
            }
            long now = given.addAndGet(more);
            ahead.accumulateAndGet(now - received.get(), Math::max);
            return more;
          }
        };
    assertThat(media.send(part(PART_BYTES), () -> zeros)).isEqualTo("e");
    assertThat(received).hasValue(PART_BYTES);
    assertThat(ahead.get()).isLessThan(PART_BYTES / 2);
  }

  @Test
  void refusals_haveTheirCodes_orTheirStatus() {
    answer =
        exchange ->
            reply(
                exchange,
                422,
                "application/problem+json",
                "{\"code\":\"TYPE_MISMATCH\",\"category\":\"VALIDATION\",\"retryable\":false,"
                    + "\"title\":\"Not a picture.\",\"correlationId\":\"c1\"}");
    assertThat(failure(() -> media.complete("u1", List.of())))
        .isInstanceOfSatisfying(
            TransportFailure.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.error().code()).isEqualTo("TYPE_MISMATCH");
              assertThat(refused.error().rejection().message()).isEqualTo("Not a picture.");
            });
    answer = exchange -> reply(exchange, 403, "application/xml", "<Code>AccessDenied</Code>");
    assertThat(failure(() -> media.send(part(1), () -> new ByteArrayInputStream(new byte[1]))))
        .isEqualTo(
            new TransportFailure.HttpStatus(403, null, "an answer of the type application/xml"));
    answer = exchange -> reply(exchange, 404, "text/plain", "");
    assertThat(failure(() -> media.abort("u1"))).isInstanceOf(TransportFailure.HttpStatus.class);
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
          reply(exchange, 307, "text/plain", "");
        };
    assertThat(failure(() -> media.look("u1"))).isInstanceOf(TransportFailure.HttpStatus.class);
    assertThat(asked).noneMatch(request -> request.contains("elsewhere"));
  }

  @Test
  void answers_thatAreNotAsAgreed_areHalfAnswers() {
    byte[] one = new byte[1];
    answers(200, "{\"state\":\"MELTED\"}");
    assertThat(failure(() -> media.look("u1"))).isInstanceOf(TransportFailure.HalfAnswer.class);
    answers(201, "{\"uploadId\":\"u1\"");
    assertThat(failure(() -> media.create(REQUEST)))
        .isInstanceOf(TransportFailure.HalfAnswer.class);
    answer = exchange -> reply(exchange, 200, "text/html", "<h1>Sign in to this Wi-Fi</h1>");
    assertThat(failure(() -> media.look("u1"))).isInstanceOf(TransportFailure.HttpStatus.class);
    assertThat(failure(() -> media.send(part(1), () -> new ByteArrayInputStream(one))))
        .isInstanceOf(TransportFailure.HalfAnswer.class);
  }

  @Test
  void send_whatBreaksOffOrIsTooShort_isNoAnswer() {
    answer = HttpExchange::close;
    assertThat(failure(() -> media.send(part(9), () -> new ByteArrayInputStream(new byte[3]))))
        .isInstanceOf(TransportFailure.NoAnswer.class);
    assertThat(failure(() -> media.send(part(9), () -> new ByteArrayInputStream(new byte[9]))))
        .isInstanceOf(TransportFailure.NoAnswer.class);
    assertThat(
            failure(
                () ->
                    media.send(
                        part(9),
                        () -> {
                          throw new IOException("the copy can't be opened");
                        })))
        .isInstanceOf(TransportFailure.NoAnswer.class);
  }

  @Test
  void send_toAnAddressThatIsLessSafeThanTheServer_isRefusedHere() {
    HttpMedia safe = media(URI.create("https://server.test/sync"));
    for (String url : List.of(base() + "/signed", "ftp://store.test/1", "file:///tmp/x", "a b")) {
      PartUrl to = new PartUrl(1, 1, "PUT", url, new TreeMap<>());
      assertThat(failure(() -> safe.send(to, () -> new ByteArrayInputStream(new byte[1]))))
          .as(url)
          .isInstanceOf(TransportFailure.HalfAnswer.class);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void close_endsARequestThatHangs() throws InterruptedException {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    answer =
        exchange -> {
          hangs.countDown();
          try {
            free.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        };
    @Nullable TransportFailure[] failure = new TransportFailure[1];
    Thread asking = new Thread(() -> failure[0] = failure(() -> media.look("u1")));
    asking.start();
    hangs.await();
    media.close();
    asking.join();
    free.countDown();
    assertThat(failure[0]).isInstanceOf(TransportFailure.NoAnswer.class);
  }

  @Test
  void answer_thatRepeatsTheRequest_isToldWithoutItsSecrets() {
    answer =
        exchange ->
            reply(
                exchange,
                502,
                "text/html",
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet());
    PartUrl url =
        new PartUrl(1, 4, "PUT", base() + "/part?signature=hidden", Collections.emptySortedMap());
    assertToldWithoutSecrets(() -> media.look("u1"));
    assertToldWithoutSecrets(() -> media.send(url, () -> new ByteArrayInputStream(new byte[4])));
  }

  private static void assertToldWithoutSecrets(ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(
            TransportException.class,
            e ->
                assertThat(e.failure())
                    .isInstanceOf(TransportFailure.HttpStatus.class)
                    .asString()
                    .contains("502", "text/html")
                    .doesNotContain("secret", "hidden"));
  }

  @Test
  void token_thatIsNone_isToldWithoutIt() {
    HttpMedia without =
        new HttpMedia(
            URI.create(base() + "/sync"),
            () -> "sec\nret",
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            1 << 20);
    assertThatThrownBy(() -> without.look("u1"))
        .isInstanceOf(ClientException.class)
        .hasMessageNotContaining("ret");
    assertThat(asked).isEmpty();
  }
}
