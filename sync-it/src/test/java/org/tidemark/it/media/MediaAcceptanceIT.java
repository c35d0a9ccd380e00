package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The acceptance criteria of BE-2.4, by name, and the flow from an upload to another device. */
@ExtendWith(WithServer.class)
class MediaAcceptanceIT {

  private final TestServer server;
  private final Device device;
  private final Uploader ana;

  MediaAcceptanceIT(TestServer server) {
    this.server = server;
    device = server.device(TestServer.unique("ana"));
    ana = new Uploader(device.http());
  }

  @Test
  void signedUrlsWorkCorrectly() {
    byte[] file = Samples.png();
    Tree upload = ana.open("photo.png", "image/png", file.length);
    Tree part = upload.at("parts", 0);
    String url = part.at("url").text();
    assertThat(part.at("method").text()).isEqualTo("PUT");
    assertThat(Uploader.put(url + "x", part, BodyPublishers.ofByteArray(file)).statusCode())
        .as("changed")
        .isEqualTo(403);
    assertThat(Uploader.put(url, part, BodyPublishers.ofByteArray(file)).statusCode())
        .as("as signed, without any token")
        .isEqualTo(200);
    assertThat(ana.complete(upload, List.of()).at("sha256").text()).isEqualTo(Samples.sha256(file));
  }

  @Test
  void largeFilesCanBeUploaded() throws Exception {
    byte[] file = Samples.wave((40 << 20) + 1);
    Tree upload = ana.open("concert.wav", "audio/x-wav", file.length);
    List<Tree> parts = upload.at("parts").elements();
    assertThat(parts).hasSize(6);
    ExecutorService senders = Executors.newFixedThreadPool(4);
    List<String> named = new ArrayList<>();
    try {
      List<Callable<String>> sendings = new ArrayList<>();
      for (Tree part : parts) {
        int number = part.at("number").number();
        sendings.add(
            () ->
                Uploader.named(number, Uploader.send(part, Uploader.slice(file, upload, number))));
      }
      for (Future<String> sent : senders.invokeAll(sendings)) {
        named.add(sent.get());
      }
    } finally {
      senders.shutdown();
    }
    Tree media = ana.complete(upload, named);
    assertThat(media.at("size").number()).isEqualTo(file.length);
    assertThat(media.at("sha256").text()).isEqualTo(Samples.sha256(file));
  }

  @Test
  void uploadValidationWorks() {
    byte[] page = Samples.html();
    Reply refused = ana.tryStore("photo.png", "image/png", page);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(Uploader.code(refused)).isEqualTo("TYPE_MISMATCH");
    assertThat(Uploader.code(ana.tryStore("page.html", "text/html", page)))
        .isEqualTo("TYPE_NOT_ALLOWED");
    assertThat(
            Uploader.code(ana.tryOpen(Uploader.announcement("photo.png", "image/png", 30L << 20))))
        .isEqualTo("FILE_TOO_LARGE");
    assertThat(ana.tryStore("photo.png", "image/png", Samples.png()).status()).isEqualTo(200);
  }

  @Test
  void urlsAreReturnedCorrectly() {
    byte[] file = Samples.png();
    Tree media = ana.store("photo.png", "image/png", file);
    assertThat(media.at("url").text())
        .isEqualTo(ana.http().sync() + "/api/v1/media/" + media.at("mediaId").text());
    assertThat(ana.get(media.at("mediaId").text()).body()).isEqualTo(file);
    Tree link = ana.post("/" + media.at("mediaId").text() + "/url", "{}").tree();
    assertThat(new Uploader(server.http("")).get(link.at("url").text()).body())
        .as("for who has no token")
        .isEqualTo(file);
    Reply form = ana.form("photo.png", "image/png", file, Map.of());
    assertThat(form.header("Location")).isEqualTo(form.tree().at("url").text());
  }

  @Test
  void uploadedFile_namedByARecord_reachesAnotherDevice() {
    byte[] file = Samples.png();
    String note = TestServer.unique("note");
    Tree media =
        ana.storeFor(
            "photo.png",
            "image/png",
            file,
            "\"space\":\"%s\",\"entity\":{\"entityType\":\"note\",\"id\":\"%s\",\"field\":\"/photo\"}"
                .formatted("~" + user(), note));
    device.push(Edit.upsert("note", note, "{\"photo\":\"%s\"}".formatted(media.at("url").text())));

    Tree change = device.another().pull().at("changes", 0);
    assertThat(change.at("id").text()).isEqualTo(note);
    String url = change.at("data", "photo").text();
    assertThat(ana.get(url.substring(url.lastIndexOf('/') + 1)).body()).isEqualTo(file);
    assertThat(ana.get(media.at("mediaId").text()).statusCode()).isEqualTo(200);
    assertThat(server.text("select state from media where id = ?", media.at("mediaId").text()))
        .isEqualTo("ATTACHED");
  }

  private String user() {
    return device.ask("{ spaces { space } }").at("spaces", 0, "space").text().substring(1);
  }

  @Test
  void twoHundredUploads_atOnce_areAllStored() throws Exception {
    int count = 200;
    ExecutorService senders = Executors.newFixedThreadPool(count);
    try {
      List<byte[]> files =
          IntStream.range(0, count).mapToObj(i -> Samples.wave(50_000 + i)).toList();
      List<Callable<Tree>> uploads = new ArrayList<>();
      for (byte[] file : files) {
        uploads.add(() -> ana.store("a.wav", "audio/x-wav", file));
      }
      List<Future<Tree>> stored = senders.invokeAll(uploads);
      for (int i = 0; i < count; i++) {
        assertThat(stored.get(i).get().at("sha256").text()).isEqualTo(Samples.sha256(files.get(i)));
      }
    } finally {
      senders.shutdown();
    }
    assertThat(
            server.number(
                "select count(*) from upload where space = ? and state = 'READY'", "~" + user()))
        .isEqualTo(count);
  }
}
