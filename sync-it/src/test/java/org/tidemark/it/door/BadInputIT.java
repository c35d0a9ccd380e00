package org.tidemark.it.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.door.BadBodies.BadBody;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** What no input may do: give a 500, tell of the server's inside, or write anything. */
@ExtendWith(WithServer.class)
class BadInputIT {

  private static final String FINE =
      "{\"query\":\"mutation { createSpace(space: \\\"s\\\") { space } }\"}";

  private final TestServer server;
  private final Device device;

  BadInputIT(TestServer server) {
    this.server = server;
    device = server.device(TestServer.unique("carl"));
  }

  @Test
  void badBody_givesACodeAndWritesNothing() {
    device.push(Edit.upsert("profile", "fine", "{}"));
    device.pull();
    String before = written();
    List<BadBody> bodies = BadBodies.all(device.clientId());
    SoftAssertions all = new SoftAssertions();
    for (BadBody body : bodies) {
      Reply reply = device.http().post(body.bytes(), "application/json");
      all.assertThat(reply.status()).as(body.what()).isIn(200, 400, 413);
      all.assertThat(code(reply)).as(body.what() + ": " + reply.body()).matches("[A-Z][A-Z_]+");
      all.assertThat(code(reply)).as(body.what()).isNotEqualTo("SERVER_ERROR");
      all.assertThat(reply.body())
          .as(body.what())
          .doesNotContain("java.", "org.tidemark", "graphql.", "Exception", "jackson");
      all.assertThat(written()).as(body.what()).isEqualTo(before);
    }
    all.assertAll();
    assertThat(bodies).hasSizeGreaterThan(300);
  }

  /** What it held can't be kept as it is, and the answer is kept all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"id", "entityType", "space"})
  void nameThatNoTextCanHold_isRefusedAgainByTheSameAnswer(String member) {
    for (String name : List.of("\"\\u0000\"", "\"\\ud800\"")) {
      Edit bad = Edit.upsert("profile", "never", "{}").with(member, name);
      List<Tree> first = device.pushAll(bad, Edit.upsert("profile", "neighbour", "{}"));

      assertThat(first.get(0).at("error", "code").text()).isEqualTo("INVALID_MUTATION");
      assertThat(first.get(1).at("status").text()).isEqualTo("APPLIED");
      assertThat(device.push(bad)).isEqualTo(first.get(0));
    }
  }

  @Test
  void numberThatWouldTakeForEverToWrite_isRefusedAtOnce() {
    for (String limit : List.of("1e400000000", "-1e400000000", "1e-400000000", "0e400000000")) {
      Reply reply =
          device
              .http()
              .graphql(
                  "query($l: Int) { pull(clientId: \"x\", limit: $l) { hasMore } }",
                  "{\"l\":" + limit + "}");

      assertThat(reply.status()).as(limit).isEqualTo(400);
      assertThat(reply.code()).as(limit).isEqualTo("INVALID_JSON");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/xml",
        "application/json; charset=utf-16",
        "application/jsonp",
        "nonsense"
      })
  void otherContentType_isRefused(String contentType) {
    String before = server.everythingWritten();
    Reply reply = device.http().post(FINE.getBytes(StandardCharsets.UTF_8), contentType);

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.code()).matches("[A-Z_]+");
    assertThat(server.everythingWritten()).isEqualTo(before);
  }

  @Test
  void noContentType_isRefused() {
    Reply reply =
        Http.send(device.http().request("/graphql").POST(BodyPublishers.ofString(FINE)).build());

    assertThat(reply.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "nonsense"})
  void contentEncoding_isRefused(String encoding) {
    Reply reply =
        Http.send(
            device
                .http()
                .request("/graphql")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofString(FINE))
                .build());

    assertThat(reply.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"})
  void otherMethod_isRefused(String method) {
    String before = server.everythingWritten();
    Reply reply =
        Http.send(
            device
                .http()
                .request("/graphql?query=%7Bpolicies%7Bversion%7D%7D")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(FINE))
                .build());

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
    assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(server.everythingWritten()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/api/v1",
        "/api/v1/nothing",
        "/graphql/",
        "/graphql/x",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/..%2f..%2fetc/passwd",
        "/graphql/schema.graphql;x=%00"
      })
  void otherPath_givesNoInsides(String path) {
    Reply reply = device.http().get(path);

    assertThat(reply.status()).isBetween(200, 499);
    assertThat(reply.body())
        .doesNotContain(
            "web-app", "Manifest-Version", "root:", "java.", "org.tidemark", "Exception");
  }

  /** The code of the refusal, whether of the request or of its one mutation. */
  private static String code(Reply reply) {
    return reply.code().isEmpty()
        ? reply.data("sync").at("results", 0, "error", "code").text()
        : reply.code();
  }

  /** Receipts of refusals are no effects. */
  private String written() {
    return server.everythingWritten().replaceFirst("[0-9]+ receipts, ", "");
  }
}
