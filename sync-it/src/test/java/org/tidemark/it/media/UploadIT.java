package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.it.media.Uploader.code;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Uploads from the announcement to the stored file. */
@ExtendWith(WithServer.class)
class UploadIT {

  private static final int PART = 8 << 20;

  private final TestServer server;
  private final Uploader ana;

  UploadIT(TestServer server) {
    this.server = server;
    ana = new Uploader(server.http(server.token(TestServer.unique("ana"), "user")));
  }

  @Test
  void upload_ofOnePart_isStoredAndServed() {
    byte[] file = Samples.png();
    Tree upload = ana.open("photo.png", "image/png", file.length);
    assertThat(upload.at("state").text()).isEqualTo("CREATED");
    assertThat(upload.at("parts").elements()).hasSize(1);

    String etag = Uploader.send(upload.at("parts", 0), file);
    assertThat(ana.status(upload).tree().at("receivedBytes").number()).isEqualTo(file.length);
    Tree media = ana.complete(upload, List.of(Uploader.named(1, etag)));

    assertThat(media.at("contentType").text()).isEqualTo("image/png");
    assertThat(media.at("size").number()).isEqualTo(file.length);
    assertThat(media.at("sha256").text()).isEqualTo(Samples.sha256(file));
    assertThat(media.at("width").number()).isEqualTo(640);
    HttpResponse<byte[]> served = ana.get(media.at("mediaId").text());
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.body()).isEqualTo(file);
    assertThat(media.at("url").text())
        .isEqualTo(
            server.server().addresses().sync() + "/api/v1/media/" + media.at("mediaId").text());
  }

  @Test
  void upload_inParts_outOfOrder_isPutTogether() {
    byte[] file = Samples.wave(2 * PART + 12_345);
    Tree upload = ana.open("song.wav", "audio/x-wav", file.length);
    List<Tree> parts = new ArrayList<>(upload.at("parts").elements());
    assertThat(parts).hasSize(3);
    assertThat(parts.get(2).at("size").number()).isEqualTo(12_345);
    Collections.reverse(parts);
    List<String> named = new ArrayList<>();
    for (Tree part : parts) {
      int number = part.at("number").number();
      named.add(Uploader.named(number, Uploader.send(part, Uploader.slice(file, upload, number))));
    }
    Tree media = ana.complete(upload, named);

    assertThat(media.at("sha256").text()).isEqualTo(Samples.sha256(file));
    assertThat(ana.get(media.at("mediaId").text()).body()).isEqualTo(file);
  }

  @Test
  void upload_interrupted_listsWhatCameAndGoesOn() {
    byte[] file = Samples.wave(2 * PART + 1);
    Tree upload = ana.open("song.wav", "audio/x-wav", file.length);
    String first = Uploader.send(upload.at("parts", 0), Uploader.slice(file, upload, 1));

    Tree status = ana.status(upload).tree();
    assertThat(status.at("state").text()).isEqualTo("UPLOADING");
    assertThat(status.at("receivedBytes").number()).isEqualTo(PART);
    assertThat(status.at("parts").texts("number")).containsExactly("1");
    assertThat('"' + status.at("parts", 0, "etag").text() + '"').isEqualTo(first);
    Tree fresh =
        ana.post("/uploads/" + upload.at("uploadId").text() + "/parts", "{\"numbers\":[2,3]}")
            .tree();
    assertThat(fresh.at("parts").texts("number")).containsExactly("2", "3");
    List<String> named = new ArrayList<>(List.of(Uploader.named(1, first)));
    named.addAll(ana.sendAll(fresh, file));

    assertThat(ana.complete(upload, named).at("sha256").text()).isEqualTo(Samples.sha256(file));
  }

  @Test
  void part_sentAgain_takesThePlaceOfTheFirst() {
    byte[] file = Samples.wave(PART + 10);
    Tree upload = ana.open("song.wav", "audio/x-wav", file.length);
    Uploader.send(upload.at("parts", 0), new byte[PART]);
    List<String> named = ana.sendAll(upload, file);

    assertThat(ana.complete(upload, named).at("sha256").text()).isEqualTo(Samples.sha256(file));
  }

  @Test
  void complete_again_givesTheSameAnswer() {
    byte[] file = Samples.png();
    Tree upload = ana.open("photo.png", "image/png", file.length);
    List<String> named = ana.sendAll(upload, file);
    Tree first = ana.complete(upload, named);

    assertThat(ana.complete(upload, named)).isEqualTo(first);
    assertThat(ana.complete(upload, List.of())).isEqualTo(first);
    Tree status = ana.status(upload).tree();
    assertThat(status.at("state").text()).isEqualTo("READY");
    assertThat(status.at("media")).isEqualTo(first);
  }

  @Test
  void complete_withPartsMissing_saysWhichAndTakesThemStill() {
    byte[] file = Samples.wave(PART + 10);
    Tree upload = ana.open("song.wav", "audio/x-wav", file.length);
    String second = Uploader.send(upload.at("parts", 1), Uploader.slice(file, upload, 2));

    Reply refused = ana.tryComplete(upload, List.of(Uploader.named(2, second)));
    assertThat(code(refused)).isEqualTo("PARTS_MISMATCH");
    assertThat(refused.tree().at("fields", 0, "message").text()).contains("part 1");
    assertThat(ana.status(upload).tree().at("state").text()).isEqualTo("UPLOADING");
    List<String> named = ana.sendAll(upload, file);
    assertThat(ana.complete(upload, named).at("sha256").text()).isEqualTo(Samples.sha256(file));
  }

  @Test
  void complete_withTwoPartsSwapped_isRefused() {
    byte[] file = Samples.wave(2 * PART);
    Tree upload = ana.open("song.wav", "audio/x-wav", file.length);
    String first = Uploader.send(upload.at("parts", 0), Uploader.slice(file, upload, 1));
    String second = Uploader.send(upload.at("parts", 1), Uploader.slice(file, upload, 2));

    List<String> swapped = List.of(Uploader.named(1, second), Uploader.named(2, first));
    assertThat(code(ana.tryComplete(upload, swapped))).isEqualTo("PARTS_MISMATCH");
    String bare = second.substring(1, second.length() - 1);
    assertThat(
            ana.complete(upload, List.of(Uploader.named(1, first), Uploader.named(2, bare)))
                .at("sha256")
                .text())
        .as("with and without quotes")
        .isEqualTo(Samples.sha256(file));
  }

  @Test
  void sameIdempotencyKey_givesTheSameUpload_otherFileIsRefused() {
    String file = Uploader.announcement("photo.png", "image/png", 100);
    Reply first = ana.tryOpen(file, "Idempotency-Key", "wish-1");
    Reply again = ana.tryOpen(file, "Idempotency-Key", "wish-1");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.tree().at("uploadId")).isEqualTo(first.tree().at("uploadId"));
    Reply other =
        ana.tryOpen(
            Uploader.announcement("photo.png", "image/png", 101), "Idempotency-Key", "wish-1");
    assertThat(other.status()).isEqualTo(409);
    assertThat(code(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void abort_removesWhatWasStaged_andTakesNothingMore() {
    byte[] file = Samples.wave(PART + 10);
    Tree upload = ana.open("song.wav", "audio/x-wav", file.length);
    Uploader.send(upload.at("parts", 0), Uploader.slice(file, upload, 1));
    String path = "/uploads/" + upload.at("uploadId").text();

    assertThat(ana.delete(path).status()).isEqualTo(204);
    assertThat(ana.delete(path).status()).isEqualTo(204);
    assertThat(server.file("media/staging/" + upload.at("uploadId").text())).doesNotExist();
    assertThat(ana.status(upload).tree().at("state").text()).isEqualTo("ABORTED");
    HttpResponse<String> late =
        Uploader.trySend(upload.at("parts", 1), Uploader.slice(file, upload, 2));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(code(late)).isEqualTo("UPLOAD_CLOSED");
    assertThat(code(ana.tryComplete(upload, List.of()))).isEqualTo("UPLOAD_CLOSED");
  }

  @Test
  void completed_takesNoPartAnyMore() {
    byte[] file = Samples.png();
    Tree upload = ana.open("photo.png", "image/png", file.length);
    ana.complete(upload, ana.sendAll(upload, file));

    assertThat(code(Uploader.trySend(upload.at("parts", 0), Samples.png())))
        .isEqualTo("UPLOAD_CLOSED");
    assertThat(code(ana.delete("/uploads/" + upload.at("uploadId").text())))
        .isEqualTo("UPLOAD_CLOSED");
  }

  @Test
  void form_isStoredInOneCall() {
    byte[] file = Samples.png();
    Reply reply = ana.form("photo.png", "image/png", file, Map.of("sha256", Samples.sha256(file)));

    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo(reply.tree().at("url").text());
    assertThat(reply.tree().at("fileName").text()).isEqualTo("photo.png");
    assertThat(ana.get(reply.tree().at("mediaId").text()).body()).isEqualTo(file);
  }

  @Test
  void form_of60Mebibytes_isStored() {
    byte[] file = Samples.wave(60 << 20);
    Reply reply = ana.form("song.wav", "audio/x-wav", file, Map.of());

    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.tree().at("sha256").text()).isEqualTo(Samples.sha256(file));
  }

  @Test
  void form_withoutFile_isRefused() {
    Reply reply =
        Http.send(
            ana.http()
                .request("/api/v1/media")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                    BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"space\"\r\n\r\ndemo\r\n--b--\r\n"))
                .build());
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.tree().at("fields", 0, "path").text()).isEqualTo("file");
  }

  /** More than the server has threads: each has sent one byte, and takes its time. */
  @Test
  void slowSenders_moreThanThreads_doNotHoldUpTheSync() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        slow.add(beginToSend(ana.open("a.wav", "audio/x-wav", 1_000).at("parts", 0)));
      }
      Tree answer = server.device("ana").push(Edit.upsert("task", TestServer.unique("task"), "{}"));
      assertThat(answer.at("status").text()).isEqualTo("APPLIED");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static Socket beginToSend(Tree part) throws IOException {
    URI url = URI.create(part.at("url").text());
    Socket socket = new Socket(url.getHost(), url.getPort());
    String head =
        "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Type: audio/x-wav\r\nContent-Length: 1000\r\n\r\nx"
            .formatted(url.getRawPath(), url.getRawQuery(), url.getAuthority());
    socket.getOutputStream().write(Samples.latin(head));
    socket.getOutputStream().flush();
    return socket;
  }

  @Test
  void emptyFile_isStored() {
    Tree upload = ana.open("nothing.txt", "text/plain", 0);
    Reply reply = ana.tryComplete(upload, ana.sendAll(upload, new byte[0]));

    assertThat(reply.tree().at("size").number()).as(reply.body()).isZero();
    assertThat(ana.get(reply.tree().at("mediaId").text()).body()).isEmpty();
  }
}
