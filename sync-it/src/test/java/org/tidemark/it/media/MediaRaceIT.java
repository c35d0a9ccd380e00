package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.load.Crowd;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithOtherSettings;

/** Uploads that meet each other, and a store that fails in between. */
@ExtendWith(WithOtherSettings.class)
class MediaRaceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int CALLERS = 12;
  private static final int ROUNDS = 8;

  private final TestServer server;
  private final String user = TestServer.unique("ana");
  private final String space = "~" + user;
  private final Uploader ana;

  MediaRaceIT(TestServer server) {
    this.server = server;
    ana = new Uploader(server.http(server.token(user, "user")));
  }

  @Test
  void announcementsAtOnce_overTheQuota_areOpenedAsFarAsThereIsRoom() throws Exception {
    int size = WithOtherSettings.QUOTA_BYTES / 4;
    String announcement = Uploader.announcement("a.wav", "audio/x-wav", size);
    List<Reply> replies;
    try (Crowd crowd = new Crowd(CALLERS)) {
      replies = crowd.together(i -> () -> ana.tryOpen(announcement));
    }

    assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(4);
    assertThat(replies.stream().map(Uploader::code).filter("QUOTA_EXCEEDED"::equals))
        .hasSize(CALLERS - 4);
    assertThat(server.number("select staged_bytes from media_usage where space = ?", space))
        .isEqualTo(WithOtherSettings.QUOTA_BYTES);
    for (Reply reply : replies) {
      if (reply.status() == 201) {
        ana.delete("/uploads/" + reply.tree().at("uploadId").text());
      }
    }
  }

  @Test
  void equalContentAtOnce_whileOthersDeleteTheirs_keepsItsBytes() throws Exception {
    byte[] file = Samples.wave(5_000);
    List<String> old = new ArrayList<>();
    try (Crowd crowd = new Crowd(CALLERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<String> leaving = List.copyOf(old);
        old = crowd.together(i -> () -> storeOrDelete(i, file, leaving));
        old.removeIf(String::isEmpty);
        for (String media : old) {
          assertThat(ana.get(media).body()).isEqualTo(file);
        }
      }
    }

    assertThat(server.number("select count(*) from media_content where space = ?", space))
        .isEqualTo(1);
    assertThat(server.number("select refs from media_content where space = ?", space))
        .isEqualTo(old.size());
    old.forEach(media -> ana.delete("/" + media));
    assertThat(
            server.number(
                "select stored_bytes + staged_bytes from media_usage where space = ?", space))
        .isZero();
    assertThat(server.number("select count(*) from media_content where space = ?", space)).isZero();
  }

  /** Half of the callers store the file, the others delete what was stored before. */
  private String storeOrDelete(int caller, byte[] file, List<String> leaving) {
    if (caller % 2 == 0) {
      return ana.store("a.wav", "audio/x-wav", file).at("mediaId").text();
    }
    for (int i = caller / 2; i < leaving.size(); i += CALLERS / 2) {
      assertThat(ana.delete("/" + leaving.get(i)).status()).isEqualTo(204);
    }
    return "";
  }

  @Test
  void stagedBytesThatCannotBeRemoved_areNoMatterOfTheClients() throws IOException {
    byte[] file = Samples.wave(1_000);
    Tree upload = ana.open("a.wav", "audio/x-wav", file.length);
    List<String> parts = ana.sendAll(upload, file);
    Path stuck =
        Files.createDirectories(
            server.file("media/staging/" + upload.at("uploadId").text() + "/stuck/here"));

    assertThat(ana.complete(upload, parts).at("sha256").text()).isEqualTo(Samples.sha256(file));
    Files.delete(stuck);
    Files.delete(stuck.resolve("..").normalize());
  }

  @Test
  void stagedBytesThatCannotBeRemoved_doNotHoldUpTheRest() throws IOException {
    Path stuck = server.file("media/staging/" + "b".repeat(26));
    Path inside = Files.createDirectories(stuck.resolve("another's/folder"));
    Path staged = Files.createDirectories(server.file("media/staging/" + "c".repeat(26)));
    Path stored = Files.createDirectories(server.file("media/stored/xx")).resolve("x".repeat(26));
    Files.write(stored, new byte[10]);
    FileTime old = FileTime.from(server.now().minus(Duration.ofHours(1)));
    for (Path path : List.of(stuck, staged, stored)) {
      Files.setLastModifiedTime(path, old);
    }

    Await.until("they go", PATIENCE, () -> !Files.exists(staged) && !Files.exists(stored));
    assertThat(inside).exists();
    Files.delete(inside);
    Await.until("so does it, once it can", PATIENCE, () -> !Files.exists(stuck));
  }

  @Test
  void form_thatCannotBeStored_holdsNothingOfTheQuota() throws IOException {
    byte[] file = Samples.wave(1_000);
    Path stored = server.file("media/stored");
    Path aside = server.file("media/aside");
    Files.move(stored, aside);
    try {
      Files.createFile(stored);
      Reply refused = ana.form("a.wav", "audio/x-wav", file, Map.of());
      assertThat(refused.status()).as(refused.body()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(server.number("select staged_bytes from media_usage where space = ?", space))
          .isZero();
    } finally {
      Files.delete(stored);
      Files.move(aside, stored);
    }

    assertThat(ana.form("a.wav", "audio/x-wav", file, Map.of()).status()).isEqualTo(201);
  }
}
