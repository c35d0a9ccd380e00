package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.media.inspector.RefusesAWord;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.media.store.ObjectStore;

/** The server with its media in an S3-compatible store and a scanner in the EAR: the same API. */
class S3ServerIT {

  private static final int PART = 8 << 20;

  private static Path folder;
  private static ObjectStore objects;
  private static TestServer server;
  private static Uploader ana;

  @BeforeAll
  static void start(@TempDir Path objectFolder, @TempDir Path extras) {
    folder = objectFolder;
    objects = ObjectStore.start(folder);
    server = TestServer.start(KeptInS3.settings(objects), "512m", EarWithInspector.make(extras));
    ana = new Uploader(server.http(server.token("ana", "user")));
  }

  @AfterAll
  static void stop() {
    server.close();
    objects.close();
  }

  @Test
  void upload_ofOnePart_goesToTheStoreDirectly() {
    byte[] file = Samples.png();
    Tree upload = ana.open("a.png", "image/png", file.length);
    assertThat(upload.at("parts", 0, "url").text()).startsWith(objects.endpoint().toString());
    Tree media = ana.complete(upload, ana.sendAll(upload, file));

    assertThat(media.at("sha256").text()).isEqualTo(Samples.sha256(file));
    assertThat(ana.get(media.at("mediaId").text()).body()).isEqualTo(file);
    assertThat(server.file("media")).doesNotExist();
  }

  @Test
  void upload_inParts_goesOnAfterABreak() {
    byte[] file = Samples.wave(2 * PART + 100);
    Tree upload = ana.open("a.wav", "audio/x-wav", file.length);
    String first = Uploader.send(upload.at("parts", 0), Uploader.slice(file, upload, 1));
    Tree status = ana.status(upload).tree();
    assertThat(status.at("receivedBytes").number()).isEqualTo(PART);
    assertThat('"' + status.at("parts", 0, "etag").text() + '"').isEqualTo(first);
    Tree rest =
        ana.post("/uploads/" + upload.at("uploadId").text() + "/parts", "{\"numbers\":[2,3]}")
            .tree();
    List<String> named = new ArrayList<>(ana.sendAll(rest, file));
    named.add(0, Uploader.named(1, first));
    Tree media = ana.complete(upload, named);

    assertThat(media.at("sha256").text()).isEqualTo(Samples.sha256(file));
    HttpResponse<byte[]> range =
        ana.get(media.at("mediaId").text(), "Range", "bytes=" + (PART - 5) + "-" + (PART + 4));
    assertThat(range.body()).isEqualTo(Arrays.copyOfRange(file, PART - 5, PART + 5));
    assertThat(ana.complete(upload, named)).isEqualTo(media);
  }

  @Test
  void form_isStored() {
    byte[] file = Samples.png();
    Reply reply = ana.form("a.png", "image/png", file, Map.of());
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(ana.get(reply.tree().at("mediaId").text()).body()).isEqualTo(file);
  }

  @Test
  void link_leadsToTheStore() {
    byte[] file = Samples.png();
    Tree media = ana.store("a.png", "image/png", file);
    Tree link = ana.post("/" + media.at("mediaId").text() + "/url", "{}").tree();
    assertThat(link.at("url").text()).startsWith(objects.endpoint().toString());
    assertThat(ana.get(link.at("url").text()).body()).isEqualTo(file);
  }

  @Test
  void hostileFile_isRejected_andNothingIsLeftOfIt() throws Exception {
    byte[] file = Samples.html();
    Tree upload = ana.open("a.png", "image/png", file.length);
    Reply refused = ana.tryComplete(upload, ana.sendAll(upload, file));
    assertThat(Uploader.code(refused)).isEqualTo("TYPE_MISMATCH");
    try (var files = Files.walk(folder)) {
      assertThat(files.map(Path::toString))
          .noneMatch(path -> path.contains(upload.at("uploadId").text()));
    }
  }

  @Test
  void inspector_thatAnOperatorAdded_isAsked() {
    byte[] bad = Samples.latin("words and " + RefusesAWord.WORD);
    Reply refused = ana.tryStore("a.txt", "text/plain", bad);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(Uploader.code(refused)).isEqualTo("INSPECTION_FAILED");
    assertThat(refused.tree().at("title").text()).isEqualTo("The file a.txt holds something bad.");
    assertThat(ana.tryStore("a.txt", "text/plain", Samples.latin("good words")).status())
        .isEqualTo(200);
  }

  @Test
  void deleted_isGoneFromTheStore() {
    Tree media = ana.store("a.png", "image/png", Samples.png());
    String key =
        server.text(
            "select key from media_content c join media m on m.content_id = c.id where m.id = ?",
            media.at("mediaId").text());
    Path object = folder.resolve(ObjectStore.BUCKET).resolve("media").resolve(key);
    assertThat(object).exists();
    ana.delete("/" + media.at("mediaId").text());
    assertThat(object).doesNotExist();
  }
}
