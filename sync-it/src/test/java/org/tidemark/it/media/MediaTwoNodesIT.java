package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.load.Await;
import org.tidemark.it.load.Crowd;
import org.tidemark.it.load.Servers;
import org.tidemark.it.load.Store;
import org.tidemark.it.race.EmptyDatabase;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Tree;
import org.tidemark.launcher.Database;
import org.tidemark.launcher.DemoIdentity;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/** Two servers on one database and one media folder, both with their timers. */
@Tag("exhaustive")
@ExtendWith(Servers.class)
class MediaTwoNodesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int FILES = 60;

  private static Path folder = Path.of("");
  private static List<SyncServer> nodes = List.of();
  private static Store store = new Store(new Database.External("", "", ""));
  private static List<Uploader> anas = List.of();

  @BeforeAll
  static void startBoth(SyncServer host, @TempDir Path media) throws InterruptedException {
    folder = media;
    Database.External pair = EmptyDatabase.create(host.database(), "media_pair");
    store = new Store(pair);
    DemoIdentity users = host.identity();
    List<SyncServerSettings> settings =
        List.of(settings("media-1", pair, users), settings("media-2", pair, users));
    try (Crowd crowd = new Crowd(settings.size())) {
      nodes = crowd.together(i -> () -> SyncServer.start(settings.get(i)));
    }
    anas =
        nodes.stream()
            .map(node -> new Uploader(new Http(node.addresses().sync(), users.token("ana"))))
            .toList();
  }

  private static SyncServerSettings settings(
      String name, Database.External pair, DemoIdentity users) {
    return Servers.fresh(name)
        .withDatabase(Optional.of(pair))
        .withEnvironment(
            Map.of(
                "SYNC_NODE",
                name,
                "SYNC_MEDIA_FOLDER",
                folder.toString(),
                "SYNC_UPLOAD_LIFE",
                "PT10S",
                "SYNC_MEDIA_ORPHAN_LIFE",
                "PT7S",
                "SYNC_JWT_PUBLIC_KEY",
                users.publicKey().toAbsolutePath().toString()));
  }

  @AfterAll
  static void stop() {
    nodes.forEach(SyncServer::close);
  }

  @Test
  void upload_begunOnOneNode_isCompletedOnBothAtOnce_once() throws InterruptedException {
    byte[] file = Samples.wave(9 << 20);
    Tree upload = anas.get(0).open("a.wav", "audio/x-wav", file.length);
    List<String> named = anas.get(1).sendAll(upload, file);
    try (Crowd crowd = new Crowd(2)) {
      crowd.together(i -> () -> anas.get(i).tryComplete(upload, named).status());
    }

    Tree media = anas.get(0).complete(upload, named);
    assertThat(anas.get(1).complete(upload, named).at("mediaId"))
        .as("each node tells its own address")
        .isEqualTo(media.at("mediaId"));
    assertThat(media.at("sha256").text()).isEqualTo(Samples.sha256(file));
    assertThat(
            store.number(
                "select count(*) from media where sha256 = '" + Samples.sha256(file) + "'"))
        .isEqualTo(1);
  }

  @Test
  void idleUploadsAndOrphans_endOnce_andNothingIsLeft() throws Exception {
    byte[] shared = Samples.wave(10_000);
    List<Callable<Tree>> uploads = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Uploader ana = anas.get(i % 2);
      byte[] file = i % 3 == 0 ? shared : Samples.wave(10_000 + i);
      uploads.add(() -> ana.store("a.wav", "audio/x-wav", file));
    }
    try (Crowd crowd = new Crowd(FILES)) {
      crowd.together(uploads::get);
    }
    anas.get(0).open("idle.wav", "audio/x-wav", 1_000);

    Await.until(
        "all orphans are deleted",
        PATIENCE,
        () -> store.number("select count(*) from media where state <> 'DELETED'") == 0);
    Await.until(
        "all uploads have ended",
        PATIENCE,
        () ->
            store.number("select count(*) from upload where state in ('CREATED', 'UPLOADING')")
                == 0);
    assertThat(store.number("select count(*) from media_content")).isZero();
    assertThat(store.number("select sum(stored_bytes + staged_bytes) from media_usage")).isZero();
    Await.until("no file is left", PATIENCE, () -> files() == 0);
  }

  private static long files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException changedMeanwhile) {
      return -1;
    }
  }
}
