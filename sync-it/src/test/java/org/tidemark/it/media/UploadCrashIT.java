package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/**
 * Uploads whose server is killed at any byte: what was received counts, the rest is sent again, and
 * the file is the one that was meant.
 */
class UploadCrashIT {

  private static final int KILLS = Boolean.getBoolean("sync.exhaustive") ? 10 : 3;
  private static final int SIZE = 12 << 20;
  private static final long SEED = Long.getLong("sync.seed", 20_260_214);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("SYNC_MEDIA_PART_BYTES", String.valueOf(1 << 20)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void serverKilled_whilePartsComeIn_uploadGoesOn() {
    Random random = new Random(SEED);
    System.out.printf("upload crash: seed %d%n", SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      byte[] file = Samples.wave(SIZE);
      Uploader ana = new Uploader(server.http(server.token("ana", "user")));
      Tree upload = ana.open("a.wav", "audio/x-wav", SIZE);
      AtomicInteger answered = new AtomicInteger();
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> sendUntilCut(upload, file, answered));
      int few = random.nextInt(10);
      Await.until("some parts are sent", PATIENCE, () -> answered.get() >= few);
      Await.pause(Duration.ofNanos(random.nextInt(20_000_000)));
      server.server().kill();
      sending.join();
      server.server().restart();

      Tree status = ana.status(upload).tree();
      assertThat(status.at("parts").elements().size())
          .as("what was answered is safe")
          .isGreaterThanOrEqualTo(answered.get());
      assertThat(ana.complete(upload, resume(ana, upload, status, file)).at("sha256").text())
          .isEqualTo(Samples.sha256(file));
    }
  }

  @Test
  void serverKilled_whileItCompletes_completesWhenAskedAgain() {
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      byte[] file = Samples.wave(SIZE);
      Uploader ana = new Uploader(server.http(server.token("ben", "user")));
      Tree upload = ana.open("a.wav", "audio/x-wav", SIZE);
      List<String> named = ana.sendAll(upload, file);
      CompletableFuture<Void> completing = CompletableFuture.runAsync(() -> ask(ana, upload));
      Await.pause(Duration.ofNanos(random.nextInt(120_000_000)));
      server.server().kill();
      completing.join();
      server.server().restart();

      Tree media = ana.complete(upload, named);
      assertThat(media.at("sha256").text()).isEqualTo(Samples.sha256(file));
      assertThat(ana.get(media.at("mediaId").text()).body()).isEqualTo(file);
    }
    assertThat(server.number("select count(*) from media where space = '~ben'"))
        .as("each once")
        .isEqualTo(KILLS);
    assertThat(server.number("select staged_bytes from media_usage where space = '~ben'")).isZero();
  }

  private static void sendUntilCut(Tree upload, byte[] file, AtomicInteger answered) {
    for (Tree part : upload.at("parts").elements()) {
      int number = part.at("number").number();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(part.at("url").text()))
              .PUT(BodyPublishers.ofByteArray(Uploader.slice(file, upload, number)))
              .build();
      try {
        if (Http.client().send(request, BodyHandlers.discarding()).statusCode() == 200) {
          answered.incrementAndGet();
        }
      } catch (IOException cut) {
        return;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void ask(Uploader ana, Tree upload) {
    try {
      ana.tryComplete(upload, List.of());
    } catch (AssertionError cut) {
      // No answer came; that is what the test is about.
    }
  }

  private static List<String> resume(Uploader ana, Tree upload, Tree status, byte[] file) {
    List<String> named = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Tree part : status.at("parts").elements()) {
      there.add(part.at("number").text());
      named.add(Uploader.named(part.at("number").number(), part.at("etag").text()));
    }
    List<String> missing = new ArrayList<>();
    for (int number = 1; number <= upload.at("partCount").number(); number++) {
      if (!there.contains(String.valueOf(number))) {
        missing.add(String.valueOf(number));
      }
    }
    if (!missing.isEmpty()) {
      Tree fresh =
          ana.post(
                  "/uploads/" + upload.at("uploadId").text() + "/parts",
                  "{\"numbers\":[" + String.join(",", missing) + "]}")
              .tree();
      named.addAll(ana.sendAll(fresh, file));
    }
    return named;
  }
}
