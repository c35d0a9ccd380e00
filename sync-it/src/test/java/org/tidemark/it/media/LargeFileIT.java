package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/** Two gibibytes through a server whose heap is an eighth of them, in parts and in one piece. */
class LargeFileIT {

  private static final long SIZE = 2L << 30;
  private static final String HEAP = "256m";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of("SYNC_MEDIA_PART_BYTES", String.valueOf(32 << 20)), HEAP, TestServer.ear());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void twoGibibytes_throughASmallHeap_inPartsAndBack() throws Exception {
    Uploader ana = new Uploader(server.http(server.token("ana", "user")));
    Tree upload = ana.open("long.wav", "audio/x-wav", SIZE);
    Noise file = new Noise(1, SIZE, upload.at("partSize").number());
    Tree media = ana.complete(upload, send(upload, file));

    String sha256 = file.sha256();
    assertThat(media.at("sha256").text()).isEqualTo(sha256);
    assertThat(digestOf(ana, media)).isEqualTo(sha256);
    try (Stream<Path> staged = Files.list(server.file("media/staging"))) {
      assertThat(staged).as("nothing is left of the parts").isEmpty();
    }
    assertThat(ana.delete("/" + media.at("mediaId").text()).status()).isEqualTo(204);
  }

  private static List<String> send(Tree upload, Noise file) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> sendings = new ArrayList<>();
      for (Tree part : upload.at("parts").elements()) {
        int number = part.at("number").number();
        sendings.add(() -> Uploader.named(number, Uploader.send(part, file.part(number))));
      }
      List<String> named = new ArrayList<>();
      for (Future<String> sent : senders.invokeAll(sendings)) {
        named.add(sent.get());
      }
      return named;
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void oneGibibyte_asAForm_throughASmallHeap() throws Exception {
    Uploader ana = new Uploader(server.http(server.token("ana", "user")));
    Noise file = new Noise(2, 1L << 30, 32 << 20);
    String begin =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/x-wav\r\n\r\n";
    List<byte[]> ends = List.of(Samples.latin(begin), Samples.latin("\r\n--b--\r\n"));
    long length = file.sizeBytes() + ends.get(0).length + ends.get(1).length;
    Http.Reply reply =
        Http.send(
            ana.http()
                .request("/api/v1/media")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .timeout(Duration.ofMinutes(5))
                .POST(
                    BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(
                            () -> new NoiseStream(ends.get(0), file, ends.get(1))),
                        length))
                .build());
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.tree().at("sha256").text()).isEqualTo(file.sha256());
    assertThat(ana.delete("/" + reply.tree().at("mediaId").text()).status()).isEqualTo(204);
  }

  private static String digestOf(Uploader ana, Tree media)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    HttpResponse<InputStream> response =
        Http.client()
            .send(
                ana.http().request("/api/v1/media/" + media.at("mediaId").text()).GET().build(),
                BodyHandlers.ofInputStream());
    try (InputStream in = new DigestInputStream(response.body(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Bytes before, the file, bytes behind. */
  private static final class NoiseStream extends InputStream {
    private final byte[] before;
    private final Noise file;
    private final byte[] behind;
    private int next;
    private byte[] current = new byte[0];
    private int at;

    NoiseStream(byte[] before, Noise file, byte[] behind) {
      this.before = before;
      this.file = file;
      this.behind = behind;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      while (at == current.length) {
        if (next > file.parts() + 1) {
          return -1;
        }
        current = next == 0 ? before : next <= file.parts() ? file.part(next) : behind;
        next++;
        at = 0;
      }
      int count = Math.min(length, current.length - at);
      System.arraycopy(current, at, to, from, count);
      at += count;
      return count;
    }
  }
}
