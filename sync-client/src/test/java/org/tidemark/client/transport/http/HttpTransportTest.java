package org.tidemark.client.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.client.engine.Failures;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;

/** What goes out and what comes in besides the answers themselves. */
class HttpTransportTest {

  private HttpServer server;
  private volatile String sent = "";
  private volatile int status = 200;
  private volatile String type = "application/json";
  private volatile String answer = "{\"data\":{\"spaces\":[]}}";

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = answer.replace("ECHO", sent).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", status == 200 ? type : "text/plain");
          exchange.getResponseHeaders().set("X-Correlation-Id", "request-7");
          exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpTransport with(String token) {
    return at("http", server.getAddress().getPort(), token);
  }

  private static HttpTransport at(String scheme, int port, String token) {
    URI address = URI.create(scheme + "://localhost:" + port + "/sync");
    Duration soon = Duration.ofSeconds(10);
    return new HttpTransport(address, () -> token, soon, soon, 1 << 20);
  }

  @Test
  void token_fromAFile_mayEndWithALine() throws TransportException {
    assertThat(with("secret\n").spaces()).isEmpty();
    assertThat(sent).isEqualTo("Bearer secret");
  }

  @Test
  void token_thatIsNone_isToldWithoutIt() {
    for (String token : new String[] {"sec\nret", "sec\u00e9ret", ""}) {
      assertThatThrownBy(() -> with(token).spaces())
          .isInstanceOfSatisfying(
              ClientException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo("SIGN_IN");
                assertThat(e.problem().detail()).doesNotContain("ret");
                assertThat(e.getCause()).isNull();
              });
    }
  }

  @Test
  void server_withoutTls_atAnHttpsAddress_isToldAsAWrongAddress() throws Exception {
    byte[] refusal = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (ServerSocket plain = new ServerSocket(0)) {
      Thread answering =
          new Thread(
              () -> {
                try (Socket caller = plain.accept()) {
                  caller.getOutputStream().write(refusal);
                  caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  return;
                }
              });
      answering.setDaemon(true);
      answering.start();
      HttpTransport transport = at("https", plain.getLocalPort(), "secret");
      assertThatThrownBy(transport::spaces)
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.failure()).isInstanceOf(TransportFailure.OtherProtocol.class);
                assertThat(Failures.problem(e.failure()).sentence()).contains("check the address");
              });
    }
  }

  @Test
  void answer_thatRepeatsTheToken_isToldWithoutIt() {
    status = 502;
    answer = "you sent: ECHO";
    assertThatThrownBy(() -> with("secret").spaces())
        .isInstanceOfSatisfying(
            TransportException.class,
            e ->
                assertThat(e.failure())
                    .isInstanceOf(TransportFailure.HttpStatus.class)
                    .asString()
                    .contains("you sent")
                    .doesNotContain("secret"));
  }

  @Test
  void answer_thatNamesWhatCantBe_isBroken() {
    answer = "{\"data\":{\"spaces\":[{\"space\":\"\",\"role\":\"EDITOR\"}]}}";
    assertThatThrownBy(() -> with("secret").spaces())
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.failure()).isInstanceOf(TransportFailure.HalfAnswer.class));
  }

  @Test
  void notices_withoutAnEnd_areNotGathered() {
    answer = "x".repeat(2 << 20);
    assertThatThrownBy(() -> with("secret").listen(() -> {}))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.failure()).asString().contains("too long"));
  }

  @Test
  void page_thatSomethingElseAnswersWith_isNoHalfOfAnAnswer() {
    type = "text/html";
    assertThat(failure())
        .isEqualTo(new TransportFailure.HttpStatus(200, null, answer, "request-7"));
  }

  /** The platform keeps the body of such an answer to itself, and the header is there still. */
  @Test
  void unauthorised_isToldWithTheIdOfTheRequest() {
    status = 401;
    answer = "{}";
    assertThat(failure())
        .isInstanceOfSatisfying(
            TransportFailure.HttpStatus.class,
            plain -> {
              assertThat(plain.status()).isEqualTo(401);
              assertThat(plain.correlationId()).isEqualTo("request-7");
              assertThat(Failures.problem(plain).correlationId()).isEqualTo("request-7");
              assertThat(Failures.problem(plain).detail()).doesNotContain("without a body");
            });
  }

  private TransportFailure failure() {
    return catchThrowableOfType(TransportException.class, () -> with("secret").spaces()).failure();
  }
}
