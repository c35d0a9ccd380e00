package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.it.media.Uploader.code;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Files that are not what they seem. */
@ExtendWith(WithServer.class)
class HostileFilesIT {

  private final TestServer server;
  private final Uploader eve;

  HostileFilesIT(TestServer server) {
    this.server = server;
    eve = new Uploader(server.http(server.token(TestServer.unique("eve"), "user")));
  }

  static Stream<Arguments> contents() {
    return Stream.of(
        Arguments.of("HTML named .png", "page.png", "image/png", Samples.html(), "TYPE_MISMATCH"),
        Arguments.of("SVG as PNG", "a.png", "image/png", Samples.svg(), "TYPE_MISMATCH"),
        Arguments.of("HTML as text", "a.txt", "text/plain", Samples.html(), "TYPE_MISMATCH"),
        Arguments.of(
            "program as PDF",
            "a.pdf",
            "application/pdf",
            Samples.latin("\u007fELF\u0002\u0001\u0001"),
            "TYPE_MISMATCH"),
        Arguments.of(
            "unknown bytes", "a.png", "image/png", new byte[] {1, 2, 3, 4}, "TYPE_MISMATCH"),
        Arguments.of(
            "65,000 x 65,000",
            "big.png",
            "image/png",
            Samples.png(65_000, 65_000),
            "IMAGE_TOO_LARGE"),
        Arguments.of("no pixels", "a.png", "image/png", Samples.png(0, 0), "IMAGE_UNREADABLE"),
        Arguments.of(
            "cut off header",
            "a.jpg",
            "image/jpeg",
            Samples.latin("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF"),
            "IMAGE_UNREADABLE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void content_thatIsNotWhatItSays_isRejectedAndRemoved(
      String what, String name, String type, byte[] file, String code) {
    Tree upload = eve.open(name, type, file.length);
    List<String> parts = eve.sendAll(upload, file);
    Reply refused = eve.tryComplete(upload, parts);

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.tree().at("code").text()).isEqualTo(code);
    assertThat(refused.tree().at("retryable").isTrue()).isFalse();
    assertThat(refused.tree().at("fields").elements()).isNotEmpty();
    assertThat(server.file("media/staging/" + upload.at("uploadId").text())).doesNotExist();
    Tree status = eve.status(upload).tree();
    assertThat(status.at("state").text()).isEqualTo("REJECTED");
    assertThat(status.at("rejection", "code").text()).isEqualTo(code);
    Reply again = eve.tryComplete(upload, parts);
    assertThat(code(again)).isEqualTo(code);
    assertThat(code(eve.form(name, type, file, Map.of()))).as("in a form").isEqualTo(code);
  }

  static Stream<Arguments> announcements() {
    return Stream.of(
        Arguments.of("SVG with script", "a.svg", "image/svg+xml", "100", "TYPE_NOT_ALLOWED"),
        Arguments.of("HTML", "a.html", "text/html", "100", "TYPE_NOT_ALLOWED"),
        Arguments.of("script", "a.js", "text/javascript", "100", "TYPE_NOT_ALLOWED"),
        Arguments.of("path", "../../etc/passwd", "image/png", "100", "NAME_NOT_ALLOWED"),
        Arguments.of("Windows path", "C:\\a.png", "image/png", "100", "NAME_NOT_ALLOWED"),
        Arguments.of("line break", "a\r\nX-Evil: 1.png", "image/png", "100", "NAME_NOT_ALLOWED"),
        Arguments.of("turned text", "photo\u202egpj.exe", "image/png", "100", "NAME_NOT_ALLOWED"),
        Arguments.of("4,096 characters", "n".repeat(4_096), "image/png", "100", "NAME_NOT_ALLOWED"),
        Arguments.of("image of 26 MiB", "a.png", "image/png", "27262976", "FILE_TOO_LARGE"),
        Arguments.of("video of 6 GiB", "a.mp4", "video/mp4", "6442450944", "FILE_TOO_LARGE"),
        Arguments.of("8 EiB", "a.mp4", "video/mp4", "9223372036854775807", "FILE_TOO_LARGE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("announcements")
  void announcement_ofWhatIsNotTaken_isRejectedAtOnce(
      String what, String name, String type, String size, String code) {
    String announcement =
        Uploader.announcement(
            Map.of("fileName", Http.quoted(name), "contentType", Http.quoted(type), "size", size));
    Reply refused = eve.tryOpen(announcement);

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.tree().at("code").text()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "C:\\\\a.png", "photo\u202egpj.exe"})
  void form_withANameThatIsNotTaken_isRejected(String name) {
    Reply refused = eve.form(name, "image/png", Samples.png(), Map.of());
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(code(refused)).isEqualTo("NAME_NOT_ALLOWED");
  }

  /** It is more than any line of a form may have. */
  @Test
  void form_withANameOf4096Characters_isRefused() {
    List<String> errors = server.loggedErrors();
    Reply refused = eve.form("n".repeat(4_096), "image/png", Samples.png(), Map.of());
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(server.loggedErrors()).isEqualTo(errors);
  }

  @Test
  void announcement_largerThanAnyMayBe_isRefused() {
    Reply refused = eve.tryOpen("{\"fileName\":\"" + "n".repeat(3 << 20) + "\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().at("fields", 0, "message").text()).startsWith("is larger than");
  }

  @Test
  void form_withoutLength_isRefusedUnread() {
    HttpRequest form =
        eve.http()
            .request("/api/v1/media")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[100])))
            .build();
    assertThat(code(Http.send(form))).isEqualTo("LENGTH_MISMATCH");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("{}", "/fileName"),
        Arguments.of("[]", ""),
        Arguments.of("{\"fileName\":7}", "/fileName"),
        Arguments.of(body("\"size\":-1"), "/size"),
        Arguments.of(body("\"size\":1.5"), "/size"),
        Arguments.of(body("\"size\":1e400"), "/size"),
        Arguments.of(body("\"size\":1,\"sha256\":\"xyz\""), "/sha256"),
        Arguments.of(body("\"size\":1,\"space\":\"\""), "/space"),
        Arguments.of(body("\"size\":1,\"entity\":{}"), "/entity/entityType"),
        Arguments.of(
            body("\"size\":1,\"entity\":{\"entityType\":\"1\",\"id\":\"a\",\"field\":\"/a\"}"),
            "/entity/entityType"));
  }

  private static String body(String more) {
    return "{\"fileName\":\"a.png\",\"contentType\":\"image/png\"," + more + "}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void announcement_thatIsNone_namesThePlace(String json, String path) {
    Reply refused = eve.tryOpen(json);
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.tree().at("fields", 0, "path").text()).isEqualTo(path);
  }

  @Test
  void threeBytes_declaredAs3Gibibytes_areNotTaken() {
    Tree upload = eve.open("a.mp4", "video/mp4", 3L << 30);
    HttpResponse<String> refused = Uploader.trySend(upload.at("parts", 0), new byte[] {1, 2, 3});

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(code(refused)).isEqualTo("LENGTH_MISMATCH");
    assertThat(eve.status(upload).tree().at("receivedBytes").number()).isZero();
    assertThat(code(eve.tryComplete(upload, List.of()))).isEqualTo("PARTS_MISMATCH");
    eve.delete("/uploads/" + upload.at("uploadId").text());
  }

  @Test
  void body_withoutLength_isNotTaken() {
    byte[] file = Samples.png();
    Tree part = eve.open("a.png", "image/png", file.length).at("parts", 0);
    HttpResponse<String> refused =
        Uploader.put(
            part.at("url").text(),
            part,
            BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(file)));
    assertThat(code(refused)).isEqualTo("LENGTH_MISMATCH");
  }

  @Test
  void otherContentType_isNotTaken() {
    byte[] file = Samples.png();
    Tree upload = eve.open("a.png", "image/png", file.length);
    Tree asHtml = Tree.parse("{\"headers\":{\"Content-Type\":\"text/html\"}}");
    HttpResponse<String> refused =
        Uploader.put(upload.at("parts", 0, "url").text(), asHtml, BodyPublishers.ofByteArray(file));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void wrongSha256_isRejected() {
    byte[] file = Samples.png();
    String announced = Uploader.announcement("a.png", "image/png", file.length);
    Tree upload =
        eve.open(
            announced.substring(0, announced.length() - 1)
                + ",\"sha256\":\""
                + "0".repeat(64)
                + "\"}");
    Reply refused = eve.tryComplete(upload, eve.sendAll(upload, file));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(code(refused)).isEqualTo("SHA256_MISMATCH");
  }

  @Test
  void pictureThatIsAScriptToo_isOnlyEverAPicture() {
    Tree media = eve.store("a.gif", "image/gif", Samples.gifAndScript());
    HttpResponse<byte[]> served = eve.get(media.at("mediaId").text());

    assertThat(served.headers().allValues("Content-Type")).containsExactly("image/gif");
    assertThat(served.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(served.headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'");
  }

  @Test
  void nothingIsStoredUnderAClientsName() {
    Tree media = eve.store("very-own-name.png", "image/png", Samples.png());
    assertThat(server.file("media").toFile())
        .isDirectoryRecursivelyContaining("glob:**")
        .isDirectoryNotContaining("glob:**very-own-name*");
    assertThat(
            server.text(
                "select key from media_content c join media m on m.content_id = c.id where m.id = ?",
                media.at("mediaId").text()))
        .matches("[a-z2-7]{26}");
  }
}
