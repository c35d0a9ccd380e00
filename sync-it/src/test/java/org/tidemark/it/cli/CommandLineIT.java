package org.tidemark.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.cli.Shell.Result;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Ana and Ben in two terminals, over the EAR as it ships. */
@ExtendWith(WithServer.class)
class CommandLineIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestServer server;
  private Shell ana;
  private Shell ben;

  CommandLineIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void share(@TempDir Path folder) throws IOException {
    String space = TestServer.unique("office");
    String anaName = TestServer.unique("ana");
    String benName = TestServer.unique("ben");
    server
        .device(anaName)
        .ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    server
        .device(anaName)
        .ask(
            "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"EDITOR\") { user } }"
                .formatted(space, benName));
    ana = shell(folder, anaName, space);
    ben = shell(folder, benName, space);
  }

  private Shell shell(Path folder, String user, String space) throws IOException {
    return new Shell(
        Files.createDirectories(folder.resolve(user)),
        Map.of(
            "SYNC_URL",
            server.server().addresses().sync().toString(),
            "SYNC_TOKEN",
            server.token(user, "user"),
            "SYNC_SPACE",
            space));
  }

  /** Ana made 120 of the invoice, and Ben, who has not heard of it, 110. */
  private void clash() {
    ana.run("put", "invoice", "bill-1", "{\"number\":\"2026-1\",\"amount\":100}").good();
    ana.run("sync").good();
    ben.run("sync").good();
    ana.run("put", "invoice", "bill-1", "{\"number\":\"2026-1\",\"amount\":120}").good();
    ana.run("sync").good();
    ben.run("put", "invoice", "bill-1", "{\"number\":\"2026-1\",\"amount\":110}").good();
  }

  private String onBothSides() {
    ben.run("sync").good();
    ana.run("sync").good();
    String onBens = ben.run("get", "invoice", "bill-1").good().out();
    assertThat(ana.run("get", "invoice", "bill-1").good().out()).isEqualTo(onBens);
    return onBens.strip();
  }

  @Test
  void clash_isShown_decided_andUndone_andBothEndEqual() {
    clash();
    assertThat(ben.run("sync").good().out()).contains("1 conflict to decide");
    assertThat(ben.run("conflicts").good().out())
        .contains("invoice/bill-1", "/amount  (was 100)")
        .containsPattern("(?m)^    110 +\\| 120$");
    Result json = ben.run("conflicts", "--json").good();
    assertThat(json.json().at("items", 0, "fields", 0, "server").text()).isEqualTo("120");
    String id = json.json().at("items", 0, "conflictId").text();

    ben.run("resolve", id, "--field", "/amount=115").good();
    assertThat(onBothSides()).isEqualTo("{\"amount\":115,\"number\":\"2026-1\"}");
    assertThat(ana.run("get", "invoice", "bill-1", "--json").json().at("status").text())
        .isEqualTo("SYNCED");

    ben.run("undo", "invoice/bill-1").good();
    assertThat(onBothSides()).isEqualTo("{\"amount\":110,\"number\":\"2026-1\"}");
    assertThat(ben.run("status", "--json").good().json().at("conflicts").text()).isEqualTo("0");
  }

  @Test
  void offline_allButTheSyncWorks_andNothingIsLost() {
    clash();
    ben.run("sync").good();
    Shell away = new Shell(ben.folder(), Map.of());
    away.run("put", "note", "n1", "{\"title\":\"Grüße aus dem Zug\"}").good();
    away.run("resolve", "--all", "--use-server", "--yes").good();
    assertThat(away.run("list", "note").good().out()).contains("n1", "not sent", "Grüße");
    assertThat(away.run("sync").code()).isEqualTo(2);
    assertThat(away.run("outbox", "--json").good().json().at("pendingCount").text()).isEqualTo("2");

    assertThat(onBothSides()).contains("120");
    assertThat(ana.run("get", "note", "n1").good().out())
        .isEqualTo("{\"title\":\"Grüße aus dem Zug\"}\n");
  }

  @Test
  void wrongToken_isAProblemWithAWayOut_andTheEditsStay() throws IOException {
    ana.run("put", "note", "n1", "{}").good();
    String forged = token(ana).replaceAll("[^.]+$", "c2ln");
    Files.writeString(ana.folder().resolve("forged"), forged);
    Result refused = ana.run("sync", "--token-file", "forged");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("You are signed out", "--token-file");
    assertThat(refused.err() + refused.out()).doesNotContain("Exception", "\tat ", forged);
    assertThat(ana.run("sync", "--json").good().json().at("answered").text()).isEqualTo("1");
  }

  @Test
  void serverAway_isTold_andTheDataStayUsable() {
    Shell nowhere = new Shell(ana.folder(), Map.of("SYNC_TOKEN", token(ana)));
    nowhere.run("put", "note", "n1", "{}", "--server", "http://localhost:1/sync").good();
    Result sync = nowhere.run("sync");
    assertThat(sync.code()).isEqualTo(1);
    assertThat(sync.err()).contains("The server can't be reached", "safe on this device");
    nowhere.run("list", "note").good();
  }

  private static String token(Shell shell) {
    return String.valueOf(shell.variables().get("SYNC_TOKEN"));
  }

  @Test
  void watch_hearsOfAnothersEdit_andKeepsTheFileForItself() throws Exception {
    ana.run("put", "note", "n1", "{\"title\":\"first\"}").good();
    ben.run("sync").good();
    Path said = ben.folder().resolve("watch.txt");
    Process watch = ben.start(said, "watch");
    try {
      Await.until("it watches", PATIENCE, () -> read(said).contains("Watching"));
      assertThat(ben.run("list", "note").err()).contains("Another program has these data open");
      ana.run("sync").good();
      Await.until("it hears", PATIENCE, () -> read(said).contains("Changed: note/n1"));
    } finally {
      watch.destroy();
      assertThat(watch.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    assertThat(ben.run("get", "note", "n1").good().out()).contains("first");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
