package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithOtherSettings;

/** What becomes of media in time. Uploads and orphans live for seconds here. */
@ExtendWith(WithOtherSettings.class)
class MediaLifeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final TestServer server;
  private final String user = TestServer.unique("ana");
  private final String space = "~" + user;
  private final Device device;
  private final Uploader ana;

  MediaLifeIT(TestServer server) {
    this.server = server;
    device = server.device(user);
    ana = new Uploader(device.http());
  }

  @Test
  void idleUpload_expires_andItsBytesGo() {
    Tree upload = ana.open("a.wav", "audio/x-wav", 9 << 20);
    Uploader.send(upload.at("parts", 0), new byte[8 << 20]);
    assertThat(staged()).isEqualTo(9 << 20);
    Await.until(
        "the upload expires",
        PATIENCE,
        () -> ana.status(upload).tree().at("state").text().equals("EXPIRED"));

    Await.until("its bytes go", PATIENCE, () -> !Files.exists(staging(upload)));
    assertThat(staged()).isZero();
    assertThat(Uploader.code(ana.tryComplete(upload, List.of()))).isEqualTo("UPLOAD_CLOSED");
  }

  @Test
  void mediaThatNobodyNames_isDeleted_withItsBytes() {
    Tree media = ana.store("a.png", "image/png", Samples.png());
    Path file = stored(media);
    assertThat(file).exists();
    assertThat(state(media)).isEqualTo("READY");

    Await.until("the orphan goes", PATIENCE, () -> state(media).equals("DELETED"));
    Await.until("its bytes go", PATIENCE, () -> !Files.exists(file));
    assertThat(ana.get(id(media)).statusCode()).isEqualTo(404);
    assertThat(server.number("select stored_bytes from media_usage where space = ?", space))
        .isZero();
  }

  @Test
  void mediaThatARecordNames_isAttached_untilNothingNamesItAnyMore() {
    Tree media = ana.store("a.png", "image/png", Samples.png());
    Tree other = ana.store("b.png", "image/png", Samples.png());
    String note = TestServer.unique("note");
    device.push(Edit.upsert("note", note, photo(media)));
    assertThat(state(media)).as("as soon as it is pushed").isEqualTo("ATTACHED");
    Await.until("the other goes", PATIENCE, () -> state(other).equals("DELETED"));
    assertThat(state(media)).isEqualTo("ATTACHED");
    assertThat(ana.get(id(media)).statusCode()).isEqualTo(200);

    device.push(Edit.upsert("note", note, "{}").on(1).at("2026-03-02T12:00:00Z"));
    Tree later = ana.store("c.png", "image/png", Samples.png());
    Await.until("what nobody names goes", PATIENCE, () -> state(later).equals("DELETED"));
    assertThat(state(media)).as("a kept revision still names it").isEqualTo("ATTACHED");
    server.execute("delete from revision where id = ?", note);
    Await.until("it goes in the end", PATIENCE, () -> state(media).equals("DELETED"));
  }

  @Test
  void mediaThatAConflictNames_isKept() {
    String invoice = TestServer.unique("invoice");
    Tree media =
        ana.storeFor(
            "a.png",
            "image/png",
            Samples.png(),
            "\"entity\":{\"entityType\":\"invoice\",\"id\":\"%s\",\"field\":\"/scan\"}"
                .formatted(invoice));
    device.push(Edit.upsert("invoice", invoice, "{\"n\":1}"));
    device.push(Edit.upsert("invoice", invoice, "{\"n\":2}").on(1));
    Tree clash =
        device
            .another()
            .push(Edit.upsert("invoice", invoice, "{\"scan\":\"%s\"}".formatted(url(media))).on(1));
    assertThat(clash.at("status").text()).isEqualTo("CONFLICT");

    Await.until("it is found", PATIENCE, () -> state(media).equals("ATTACHED"));
  }

  @Test
  void mediaOfATypeWithoutMediaFields_isFoundBeforeItIsDeleted() {
    Tree media = ana.store("a.png", "image/png", Samples.png());
    device.push(
        Edit.upsert("task", TestServer.unique("task"), "{\"x\":\"%s\"}".formatted(url(media))));
    assertThat(state(media)).isEqualTo("READY");

    Await.until("it is found", PATIENCE, () -> state(media).equals("ATTACHED"));
    assertThat(ana.get(id(media)).statusCode()).isEqualTo(200);
  }

  @Test
  void equalContent_isStoredOnce_andGoesWithTheLastThatHasIt() {
    byte[] file = Samples.png();
    Tree one = ana.store("one.png", "image/png", file);
    Tree two = ana.store("two.png", "image/png", file);
    Uploader ben = new Uploader(server.http(server.token(TestServer.unique("ben"), "user")));
    Tree elsewhere = ben.store("three.png", "image/png", file);

    assertThat(id(two)).isNotEqualTo(id(one));
    assertThat(stored(two)).isEqualTo(stored(one));
    assertThat(stored(elsewhere)).as("another space").isNotEqualTo(stored(one));
    assertThat(server.number("select stored_bytes from media_usage where space = ?", space))
        .isEqualTo(file.length);
    Path path = stored(one);
    ana.delete("/" + id(one));
    assertThat(path).exists();
    assertThat(ana.get(id(two)).body()).isEqualTo(file);
    ana.delete("/" + id(two));
    assertThat(path).doesNotExist();
  }

  @Test
  void mediaDeletedLongAgo_isForgotten_withWhoNamedIt() {
    Tree media = ana.store("a.png", "image/png", Samples.png());
    device.push(Edit.upsert("note", TestServer.unique("note"), photo(media)));
    String named = "select count(*) from media_reference where media_id = ?";
    assertThat(server.number(named, id(media))).isEqualTo(1);
    ana.delete("/" + id(media));
    server.execute(
        "update media set checked_at = checked_at - interval '1000 days' where id = ?", id(media));

    String kept = "select count(*) from media where id = ?";
    Await.until("it is forgotten", PATIENCE, () -> server.number(kept, id(media)) == 0);
    assertThat(server.number(named, id(media))).isZero();
  }

  @Test
  void quota_countsStoredAndStagedBytes() {
    int limit = WithOtherSettings.QUOTA_BYTES;
    byte[] file = Samples.wave(1 << 20);
    Tree media = ana.store("a.wav", "audio/x-wav", file);
    Tree staged = ana.open("b.wav", "audio/x-wav", limit - (2 << 20));
    Reply refused = ana.tryOpen(Uploader.announcement("c.wav", "audio/x-wav", (1 << 20) + 1));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(Uploader.code(refused)).isEqualTo("QUOTA_EXCEEDED");
    assertThat(server.file("media/staging").toFile().list())
        .as("the refused one left nothing")
        .contains(staged.at("uploadId").text());
    ana.delete("/uploads/" + staged.at("uploadId").text());
    ana.delete("/" + id(media));
    Tree again = ana.open("c.wav", "audio/x-wav", limit);
    ana.delete("/uploads/" + again.at("uploadId").text());
    assertThat(staged()).isZero();
  }

  @Test
  void bytesWithoutARow_areRemoved() throws IOException {
    Path stored = Files.createDirectories(server.file("media/stored/zz")).resolve("z".repeat(26));
    Path staged = Files.createDirectories(server.file("media/staging/" + "z".repeat(26)));
    Path part = Files.write(staged.resolve("half"), new byte[10]);
    Files.write(stored, new byte[10]);
    FileTime old = FileTime.from(server.now().minus(Duration.ofHours(1)));
    Files.setLastModifiedTime(stored, old);
    Files.setLastModifiedTime(staged, old);

    Await.until("they go", PATIENCE, () -> !Files.exists(stored) && !Files.exists(part));
  }

  @Test
  void temporaryFilesOfForms_areRemoved_whateverElseLiesThere(@TempDir Path unrelated)
      throws IOException {
    Path left = Files.createFile(unrelated.resolveSibling("m4j-left" + space + ".tmp"));
    Path anothers = unrelated.resolveSibling("m4j-other" + space + ".tmp");
    Files.createDirectories(anothers.resolve("full"));
    try {
      FileTime old = FileTime.from(server.now().minus(Duration.ofHours(1)));
      Files.setLastModifiedTime(left, old);
      Files.setLastModifiedTime(anothers, old);
      Path stored = Files.createDirectories(server.file("media/stored/yy")).resolve("y".repeat(26));
      Files.write(stored, new byte[10]);
      Files.setLastModifiedTime(stored, old);

      Await.until("it goes", PATIENCE, () -> !Files.exists(left));
      Await.until("so does what comes after it", PATIENCE, () -> !Files.exists(stored));
      assertThat(anothers).exists();
    } finally {
      Files.delete(anothers.resolve("full"));
      Files.delete(anothers);
    }
  }

  @Test
  void rowsWithoutBytes_areFound_andMendedByTheSameFile() throws IOException {
    byte[] file = Samples.png();
    Tree media = ana.store("a.png", "image/png", file);
    device.push(Edit.upsert("note", TestServer.unique("note"), photo(media)));
    Files.delete(stored(media));
    assertThat(ana.get(id(media)).statusCode()).isEqualTo(410);
    server.execute(
        "update media_content set checked_at = checked_at - interval '2 days' where sha256 = ?",
        media.at("sha256").text());
    Await.until(
        "the loss is found",
        PATIENCE,
        () ->
            server.number(
                    "select count(*) from media_content where sha256 = ? and lost_at is not null",
                    media.at("sha256").text())
                == 1);
    assertThat(Uploader.code(ana.get(id(media)))).isEqualTo("MEDIA_LOST");

    ana.store("again.png", "image/png", file);
    assertThat(ana.get(id(media)).body()).isEqualTo(file);
  }

  /** Nobody has looked for them yet when the file comes again: dropping it would lose it. */
  @Test
  void equalFile_whoseBytesAreGoneUnnoticed_isStoredAnew() throws IOException {
    byte[] file = Samples.png();
    Tree media = ana.store("b.png", "image/png", file);
    Files.delete(stored(media));

    Tree again = ana.store("b-again.png", "image/png", file);

    assertThat(ana.get(id(again)).body()).isEqualTo(file);
    assertThat(ana.get(id(media)).body()).isEqualTo(file);
  }

  @Test
  void svg_whereAnOperatorAllowsIt_isOnlyEverAnAttachment() {
    Tree media = ana.store("a.svg", "image/svg+xml", Samples.svg());
    var served = ana.get(id(media));
    assertThat(served.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(served.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox");
  }

  @Test
  void pageOfAnAllowedOrigin_mayUpload_anotherMayNot() {
    HttpRequest.Builder question =
        HttpRequest.newBuilder(URI.create(ana.http().sync() + "/api/v1/media/uploads"))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Access-Control-Request-Method", "POST");
    Reply allowed = Http.send(question.copy().header("Origin", WithOtherSettings.ORIGIN).build());
    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(WithOtherSettings.ORIGIN);
    assertThat(allowed.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
    assertThat(allowed.header("Access-Control-Expose-Headers")).contains("ETag");
    Reply other = Http.send(question.copy().header("Origin", "https://evil.example").build());
    assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
    Reply refused =
        Http.send(
            HttpRequest.newBuilder(URI.create(ana.http().sync() + "/api/v1/media/uploads"))
                .header("Origin", WithOtherSettings.ORIGIN)
                .POST(BodyPublishers.ofString("{}"))
                .build());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("Access-Control-Allow-Origin"))
        .as("so that the page can tell why")
        .isEqualTo(WithOtherSettings.ORIGIN);
  }

  private static String photo(Tree media) {
    return "{\"photo\":\"" + url(media) + "\"}";
  }

  private static String url(Tree media) {
    return media.at("url").text();
  }

  private static String id(Tree media) {
    return media.at("mediaId").text();
  }

  private String state(Tree media) {
    return server.text("select state from media where id = ?", id(media));
  }

  private long staged() {
    return server.number("select staged_bytes from media_usage where space = ?", space);
  }

  private Path staging(Tree upload) {
    return server.file("media/staging/" + upload.at("uploadId").text());
  }

  private Path stored(Tree media) {
    String key =
        server.text(
            "select key from media_content c join media m on m.content_id = c.id where m.id = ?",
            id(media));
    return server.file("media/stored/" + key.substring(0, 2) + "/" + key);
  }
}
