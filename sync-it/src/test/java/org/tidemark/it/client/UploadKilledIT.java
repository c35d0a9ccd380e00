package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.upload.UploadOutcome;
import org.tidemark.it.cli.Shell;
import org.tidemark.it.cli.Shell.Result;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/**
 * The client's process, or the server's, is killed at any byte of a file: the next start goes on,
 * and no more is sent twice than the parts that were under way.
 */
class UploadKilledIT {

  private static final int KILLS = 3;
  private static final int MANY_KILLS = 10;
  private static final int PART = 1 << 20;
  private static final int SIZE = 12 * PART - 17;
  private static final int PARTS_AT_ONCE = 2;

  /** Of the heads of all requests for parts, generously. */
  private static final int HEADS = 100_000;

  private static final long PATIENCE_SECONDS = 60;
  private static final long SEED = Long.getLong("sync.seed", 20_260_214);

  private static MeteredWay way;
  private static TestServer server;

  private Path folder;
  private Team team;

  @BeforeAll
  static void start() {
    way = new MeteredWay();
    server =
        TestServer.start(
            Map.of(
                "SYNC_MEDIA_PART_BYTES",
                String.valueOf(PART),
                "SYNC_PUBLIC_URL",
                way.address().toString()));
    way.to(server.server().addresses().sync());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    way.close();
  }

  @BeforeEach
  void meet(@TempDir Path temporary) {
    folder = temporary;
    team = new Team(server, temporary);
  }

  @Test
  void clientKilled_atAnyByte_theNextUploadGoesOn() throws Exception {
    killClients(KILLS);
  }

  @Test
  @Tag("exhaustive")
  void clientKilled_againAndAgain_theNextUploadGoesOn() throws Exception {
    killClients(MANY_KILLS);
  }

  @Test
  void serverKilled_atAnyByte_theUploadGoesOn() throws Exception {
    killServers(KILLS);
  }

  @Test
  @Tag("exhaustive")
  void serverKilled_againAndAgain_theUploadGoesOn() throws Exception {
    killServers(MANY_KILLS);
  }

  private void killClients(int kills) throws Exception {
    Random random = new Random(SEED);
    Shell max = shell(team.member);
    Shell olivia = shell(team.owner);
    for (int kill = 0; kill < kills; kill++) {
      String note = "note/n" + kill;
      String[] upload = {"upload", "sound.wav", "--record", note, "--field", "/photo"};
      Path file = Sound.file(max.folder(), "sound.wav", SIZE);
      max.run("put", "note", "n" + kill, "{}").good();
      CompletableFuture<Process> started = new CompletableFuture<>();
      int at = 1 + random.nextInt(SIZE);
      way.at(at, () -> started.join().destroyForcibly());
      Process process = max.start(folder.resolve("killed.txt"), upload);
      started.complete(process);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("killed at %d", at).isEqualTo(128 + 9);
      Result next = kill % 2 == 0 ? max.run(upload) : max.run("sync");
      next.good();

      tell("client", at);
      assertThat(max.run("uploads", "--json").good().json().at("count").number())
          .isEqualTo(kill + 1);
      olivia.run("sync").good();
      Tree record = Tree.parse(olivia.run("get", "note", "n" + kill).good().out());
      assertThat(hash(record.at("photo").text())).isEqualTo(Sound.sha256(file));
    }
  }

  private Shell shell(String user) throws IOException {
    return new Shell(
        Files.createDirectories(folder.resolve(user)),
        Map.of(
            "SYNC_URL",
            server.server().addresses().sync().toString(),
            "SYNC_TOKEN",
            server.token(user, "user"),
            "SYNC_SPACE",
            team.space));
  }

  private void killServers(int kills) throws Exception {
    Random random = new Random(SEED);
    Phone phone = team.members();
    for (int kill = 0; kill < kills; kill++) {
      String note = "s" + kill;
      Path file = Sound.file(folder, "sound.wav", SIZE);
      phone.of("note").put(note, "{}");
      String upload = phone.photo(file, note);
      int at = 1 + random.nextInt(SIZE);
      way.at(at, () -> server.server().kill());
      CompletableFuture<UploadOutcome> sending =
          CompletableFuture.supplyAsync(() -> phone.client().uploads().uploadNow());
      sending.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      server.server().restart();
      phone.settle(upload);
      phone.settle();

      tell("server", at);
      assertThat(hash(String.valueOf(phone.upload(upload).url()))).isEqualTo(Sound.sha256(file));
    }
    team.close();
  }

  /** What was sent twice, which is bounded by what can be under way. */
  private static void tell(String killed, int at) {
    long twice = way.bytes() - SIZE;
    System.out.printf(
        "%s killed at byte %d: %d bytes sent twice (seed %d)%n", killed, at, twice, SEED);
    assertThat(twice).isBetween(0L, (long) PARTS_AT_ONCE * PART + HEADS);
  }

  private String hash(String address) {
    return Sound.sha256(URI.create(address), server.token(team.owner, "user"));
  }
}
