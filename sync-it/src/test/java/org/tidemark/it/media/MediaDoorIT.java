package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Uploads and media in the hands of callers who may not do everything. */
@ExtendWith(WithServer.class)
class MediaDoorIT {

  private static final byte[] SECRET = Samples.png();
  private static final String OPEN = "OPEN";
  private static final String SPACE = "SPACE_FORBIDDEN";
  private static final String HIDDEN = "NOT_FOUND";

  private final TestServer server;
  private final String space = TestServer.unique("space");
  private final String owner = TestServer.unique("owner");
  private final String viewer = TestServer.unique("viewer");
  private final String editor = TestServer.unique("editor");
  private final Uploader uploader;
  private Tree upload = new Tree(null);
  private String media = "";

  MediaDoorIT(TestServer server) {
    this.server = server;
    uploader = new Uploader(server.http(server.token(owner, "user")));
  }

  @BeforeEach
  void fillTheSpace() {
    Device device = server.device(owner);
    device.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    for (Map.Entry<String, String> member : Map.of(viewer, "VIEWER", editor, "EDITOR").entrySet()) {
      device.ask(
          "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"%s\") { user } }"
              .formatted(space, member.getKey(), member.getValue()));
    }
    String inSpace = "\"space\":\"" + space + "\"";
    media = uploader.storeFor("a.png", "image/png", SECRET, inSpace).at("mediaId").text();
    upload = uploader.open(announcement());
    uploader.sendAll(upload, SECRET);
  }

  private String announcement() {
    String whole = Uploader.announcement("a.png", "image/png", SECRET.length);
    return whole.substring(0, whole.length() - 1) + ",\"space\":\"" + space + "\"}";
  }

  static Stream<Arguments> doors() {
    return Stream.of(
        Arguments.of("announce", List.of(SPACE, SPACE, OPEN, SPACE, SPACE)),
        Arguments.of("form", List.of(SPACE, SPACE, OPEN, SPACE, SPACE)),
        Arguments.of("status", List.of(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)),
        Arguments.of("sign", List.of(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)),
        Arguments.of("complete", List.of(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)),
        Arguments.of("abort", List.of(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)),
        Arguments.of("read", List.of(HIDDEN, OPEN, OPEN, OPEN, OPEN)),
        Arguments.of("link", List.of(HIDDEN, OPEN, OPEN, OPEN, OPEN)),
        Arguments.of("delete", List.of(HIDDEN, SPACE, SPACE, SPACE, OPEN)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void door_opensToWhoMayAndToNobodyElse(String door, List<String> outcomes) {
    List<Uploader> callers =
        List.of(
            new Uploader(server.http(server.token(TestServer.unique("eve"), "user"))),
            new Uploader(server.http(server.token(viewer, "user"))),
            new Uploader(server.http(server.token(editor, "user"))),
            new Uploader(server.auditor().http()),
            new Uploader(server.administrator().http()));
    assertThat(callers.stream().map(caller -> through(door, caller)))
        .containsExactlyElementsOf(outcomes);
    assertThat(uploader.status(upload).tree().at("state").text()).isEqualTo("UPLOADING");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void door_withoutATokenOrWithoutARole_isShut(String door, List<String> outcomes) {
    assertThat(through(door, new Uploader(server.http("")))).isEqualTo("UNAUTHENTICATED");
    assertThat(through(door, new Uploader(server.http(server.token(owner)))))
        .isEqualTo("FORBIDDEN");
  }

  private String through(String door, Uploader caller) {
    String at = "/uploads/" + upload.at("uploadId").text();
    HttpResponse<?> answer =
        switch (door) {
          case "announce" -> caller.tryOpen(announcement()).response();
          case "form" ->
              caller.form("a.png", "image/png", SECRET, Map.of("space", space)).response();
          case "status" -> caller.status(upload).response();
          case "sign" -> caller.post(at + "/parts", "{\"numbers\":[1]}").response();
          case "complete" -> caller.tryComplete(upload, List.of()).response();
          case "abort" -> caller.delete(at).response();
          case "read" -> caller.get(media);
          case "link" -> caller.post("/" + media + "/url", "{}").response();
          case "delete" -> caller.delete("/" + media).response();
          default -> throw new IllegalArgumentException(door);
        };
    return answer.statusCode() < 300 ? OPEN : Uploader.code(answer);
  }

  @Test
  void announcement_thatIsWrong_isToldWhere() {
    Uploader stranger = new Uploader(server.http(server.token(TestServer.unique("eve"), "user")));
    assertThat(stranger.tryOpen(announcement()).tree().at("fields").texts("path"))
        .containsExactly("/space");
    String misspelt = announcement().replace("\"space\":", "\"spaec\":");
    Reply reply = uploader.tryOpen(misspelt);
    assertThat(Uploader.code(reply)).isEqualTo("INVALID_REQUEST");
    assertThat(reply.tree().at("fields").texts("path")).containsExactly("/spaec");
    HttpRequest.Builder patching = uploader.http().request("/api/v1/media");
    assertThat(
            Http.send(patching.method("PATCH", HttpRequest.BodyPublishers.noBody()).build())
                .status())
        .isEqualTo(405);
    Reply noForm = uploader.post("", "{}");
    assertThat(noForm.status()).isEqualTo(415);
    assertThat(noForm.body()).contains("multipart/form-data");
  }

  @Test
  void readerWhoLeaves_readsNoMore() {
    Uploader reader = new Uploader(server.http(server.token(viewer, "user")));
    assertThat(reader.get(media).statusCode()).isEqualTo(200);
    server
        .device(owner)
        .ask("mutation { removeMember(space: \"%s\", user: \"%s\") }".formatted(space, viewer));
    assertThat(reader.get(media).statusCode()).isEqualTo(404);
  }

  @Test
  void editorWhoLeaves_completesNothing() {
    Uploader author = new Uploader(server.http(server.token(editor, "user")));
    Tree own = author.open(announcement());
    List<String> parts = author.sendAll(own, SECRET);
    server
        .device(owner)
        .ask("mutation { removeMember(space: \"%s\", user: \"%s\") }".formatted(space, editor));
    Reply refused = author.tryComplete(own, parts);
    assertThat(Uploader.code(refused)).isEqualTo(SPACE);
  }

  @Test
  void whoReadsEverywhere_isAudited() {
    new Uploader(server.auditor().http()).get(media);
    assertThat(
            server.number(
                "select count(*) from audit where action = 'media.read' and after_value = ?",
                media))
        .isEqualTo(1);
    assertThat(
            server.number(
                "select count(*) from audit where action = 'media.create' and actor = ? and space = ?",
                owner,
                space))
        .isEqualTo(1);
  }
}
