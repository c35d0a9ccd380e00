package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Silence;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithOtherSettings;

/**
 * A phone may take as long for a file as its network does, but not fall silent. The server's read
 * timeout is short here; requests that stall tell how time passes.
 */
@ExtendWith(WithOtherSettings.class)
class SlowUploadIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** An error is written a little after the connection's end. */
  private static final Duration A_WHILE = Duration.ofSeconds(2);

  private static final int SMALL_BUFFER = 4 << 10;
  private static final int SIP = 200;

  private final TestServer server;
  private final Uploader ana;

  SlowUploadIT(TestServer server) {
    this.server = server;
    ana = new Uploader(server.http(server.token(TestServer.unique("ana"), "user")));
  }

  @Test
  void part_thatStalls_losesItsConnection_leavesNothing_andCanBeSentAgain() throws Exception {
    List<String> errors = server.loggedErrors();
    byte[] file = Samples.wave(1_000);
    Tree upload = ana.open("a.wav", "audio/x-wav", file.length);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head(upload, file.length));
      socket.getOutputStream().write(file, 0, file.length - 1);
      CompletableFuture<Boolean> cut = cut(socket);
      while (!cut.isDone()) {
        touch(upload);
      }
      assertThat(cut.join()).isTrue();
    }
    File staging = server.file("media/staging/" + upload.at("uploadId").text()).toFile();
    Await.until("nothing is left of it", PATIENCE, () -> staging.list().length == 0);
    assertThat(ana.complete(upload, ana.sendAll(upload, file)).at("sha256").text())
        .isEqualTo(Samples.sha256(file));
    assertThat(errorsAfterAWhile(errors)).isEqualTo(errors);
  }

  @ParameterizedTest
  @CsvSource({"/uploads, application/json", "'', multipart/form-data; boundary=b"})
  void body_thatStalls_losesItsConnectionWithoutAnError(String path, String type) throws Exception {
    List<String> errors = server.loggedErrors();
    try (Socket socket = connect()) {
      String head =
          "POST /sync/api/v1/media%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: 1000\r\n\r\n--b"
              .formatted(path, ana.http().token(), type);
      socket.getOutputStream().write(Samples.latin(head));
      assertThat(Silence.isCut(socket)).isTrue();
    }
    assertThat(errorsAfterAWhile(errors)).isEqualTo(errors);
  }

  @Test
  void part_thatComesByteByByte_isTaken() throws Exception {
    byte[] file = Samples.wave(200_000);
    Tree upload = ana.open("a.wav", "audio/x-wav", file.length);
    CompletableFuture<Void> longTime = twoSilences();
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head(upload, file.length));
      int sent = 0;
      while (!longTime.isDone() && sent < file.length) {
        socket.getOutputStream().write(file[sent++]);
        touch(upload);
      }
      longTime.join();
      socket.getOutputStream().write(file, sent, file.length - sent);
      assertThat(line(socket.getInputStream())).isEqualTo("HTTP/1.1 200 OK");
    }
    assertThat(ana.complete(upload, List.of()).at("sha256").text()).isEqualTo(Samples.sha256(file));
  }

  @Test
  void download_thatIsReadSlowly_comesWhole() throws Exception {
    byte[] file = Samples.wave(12 << 20);
    Tree media = ana.store("a.wav", "audio/x-wav", file);
    CompletableFuture<Void> longTime = twoSilences();
    try (Socket socket = connect()) {
      String request =
          "GET /sync/api/v1/media/%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(media.at("mediaId").text(), ana.http().token());
      socket.getOutputStream().write(Samples.latin(request));
      InputStream in = new BufferedInputStream(socket.getInputStream(), SMALL_BUFFER);
      assertThat(line(in)).isEqualTo("HTTP/1.1 200 OK");
      while (!line(in).isEmpty()) {
        // The headers are of no interest here.
      }
      byte[] got = new byte[file.length];
      int read = 0;
      while (!longTime.isDone() && read < file.length) {
        read += in.readNBytes(got, read, Math.min(SIP, file.length - read));
        ana.get(media.at("mediaId").text(), "Range", "bytes=0-0");
      }
      longTime.join();
      assertThat(read).as("still on its way").isLessThan(file.length);
      in.readNBytes(got, read, file.length - read);
      assertThat(Samples.sha256(got)).isEqualTo(media.at("sha256").text());
    }
  }

  /** Done when the server has twice cut off somebody for being silent. */
  private CompletableFuture<Void> twoSilences() {
    Http http = ana.http();
    return CompletableFuture.runAsync(
        () -> {
          try {
            Silence.awaitCut(http);
            Silence.awaitCut(http);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static CompletableFuture<Boolean> cut(Socket socket) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Silence.isCut(socket);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** So that the upload does not expire, which it does soon here. */
  private void touch(Tree upload) {
    ana.post("/uploads/" + upload.at("uploadId").text() + "/parts", "{\"numbers\":[1]}");
  }

  private List<String> errorsAfterAWhile(List<String> before) {
    Await.holdsWithin(A_WHILE, () -> !server.loggedErrors().equals(before));
    return server.loggedErrors();
  }

  private Socket connect() throws IOException {
    URI sync = ana.http().sync();
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.connect(new InetSocketAddress(sync.getHost(), sync.getPort()));
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static byte[] head(Tree upload, int length) {
    URI url = URI.create(upload.at("parts", 0, "url").text());
    return Samples.latin(
        "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Type: audio/x-wav\r\nContent-Length: %d\r\n\r\n"
            .formatted(url.getRawPath(), url.getRawQuery(), url.getAuthority(), length));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
