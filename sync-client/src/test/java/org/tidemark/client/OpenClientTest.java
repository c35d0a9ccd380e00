package org.tidemark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.settings.LogLevel;
import org.tidemark.client.settings.LogSettings;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.upload.Attachment;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.SpaceId;

/** The client as a whole: whom it belongs to, its input, its report. */
class OpenClientTest {

  private final TestServer server = new TestServer(new TestClock());
  private Path folder;
  private Device phone;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    phone = new Device("phone", server, new TestClock(), temporary);
  }

  @AfterEach
  void close() {
    phone.close();
  }

  @Test
  void open_asAnotherUserOrForAnotherServer_isRefused() {
    ClientSettings own = phone.settings();
    phone.sync();
    phone.close();
    ClientSettings other = ClientSettings.of(own.server(), "ben", own.token(), own.database());
    ClientSettings moved =
        ClientSettings.of(URI.create("http://other/sync"), "ana", own.token(), own.database());

    assertThatThrownBy(() -> SyncClient.open(other).close())
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("another user");
    assertThatThrownBy(() -> SyncClient.open(moved).close()).isInstanceOf(ClientException.class);
    SyncClient.open(own).close();
  }

  @Test
  void open_atAnotherAddress_whereNoneEverAnswered_takesIt() {
    phone.notes().put("n1", "{}");
    phone.wire.down(new TransportFailure.NoAnswer("refused"));
    phone.sync();
    ClientSettings own = phone.settings();
    phone.close();
    URI right = URI.create("http://other/sync");
    ClientSettings moved = ClientSettings.of(right, "ana", own.token(), own.database());
    try (SyncClient client = SyncClient.open(moved)) {
      assertThat(client.outbox().count()).isEqualTo(1);
    }
    assertThat(SyncClient.ownerOf(own.database())).map(Owner::server).contains(right);
  }

  /** Copies of files lie beside the database: by another name they would be missed. */
  @Test
  void open_byALink_isTheSameDatabase() throws IOException {
    ClientSettings own = phone.settings();
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), own.database());
    ClientSettings linked = own.withDatabase(link);
    assertThatThrownBy(() -> SyncClient.open(linked).close())
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("Another program");
    phone.notes().put("n1", "{}");
    phone.close();

    Path file = Files.writeString(folder.resolve("a.png"), "picture");
    try (SyncClient client = SyncClient.open(linked)) {
      String id = client.uploads().enqueue(file, Attachment.to("note", "n1", "/photo"));
      assertThat(own.database().resolveSibling("phone.db.uploads").resolve(id)).exists();
    }
  }

  @Test
  void ownerOf_tellsWhoseADatabaseIs_andTheRememberedSpace() {
    ClientSettings own = phone.settings();
    phone.client().rememberSpace(new SpaceId("club"));
    phone.close();

    assertThat(SyncClient.ownerOf(own.database()))
        .contains(new Owner(own.server(), "ana", new SpaceId("club")));
    assertThat(SyncClient.ownerOf(folder.resolve("none.db"))).isEmpty();
    assertThat(folder.resolve("none.db")).doesNotExist();
  }

  @Test
  void ownerOf_aNewDatabase_namesTheSpaceItWasOpenedWith() {
    ClientSettings own = phone.settings();
    phone.close();

    assertThat(SyncClient.ownerOf(own.database()))
        .contains(new Owner(own.server(), "ana", Device.SPACE));
  }

  @Test
  void open_twice_isRefusedWithASentence() {
    assertThatThrownBy(() -> SyncClient.open(phone.settings()).close())
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("Another program");
  }

  @Test
  void put_whatIsNoObject_isRefusedAtOnce() {
    for (String bad : List.of("[1]", "{", "{\"a\":1,\"a\":2}", "")) {
      assertThatThrownBy(() -> phone.notes().put("n1", bad)).isInstanceOf(ClientException.class);
    }
    assertThatThrownBy(() -> phone.notes().put("", "{}")).isInstanceOf(ClientException.class);
    assertThatThrownBy(() -> phone.notes().put("n1", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"))
        .isInstanceOf(ClientException.class);
    assertThat(phone.client().outbox().count()).isZero();
  }

  /** One record that can't be read again would keep all lists and the sync from being read. */
  @Test
  void put_whatCouldNotBeReadAgain_isRefused_andTheOthersStay() {
    phone.notes().put("n0", "{}");
    JsonNumber sum = new JsonNumber(new BigDecimal("1e600").add(BigDecimal.ONE));
    JsonObject deep = JsonObject.EMPTY;
    for (int i = 0; i < 100; i++) {
      deep = JsonObject.EMPTY.with("a", deep);
    }
    for (Json bad : List.of(sum, deep, new JsonString("\0"), new JsonString("\ud800"))) {
      JsonObject data = JsonObject.EMPTY.with("bad", bad);
      assertThatThrownBy(() -> phone.notes().put("n1", data))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("/bad");
    }
    phone.restart();
    assertThat(phone.notes().list(null, 10).items()).hasSize(1);
    assertThat(phone.sync().isComplete()).isTrue();
  }

  @Test
  void report_hasWhatWaitsAndWhy_andContentsOnlyWhenAgreed() throws IOException {
    server.refuse(Keys.note("n1"), Rejections.schemaViolation(List.of()));
    phone.notes().put("n1", "{\"secret\":\"diary\"}");
    phone.sync();
    String without = read(phone.client().report(folder.resolve("reports"), false));
    String with = read(phone.client().report(folder.resolve("reports2"), true));

    assertThat(without).contains("SCHEMA_VIOLATION", "correlation", "n1").doesNotContain("diary");
    assertThat(with).contains("diary");
    MutationId parked = phone.client().outbox().parked().get(0).id();
    String one = read(phone.client().outbox().report(parked, folder.resolve("reports3"), false));
    assertThat(one).contains(parked.value()).doesNotContain("diary");
  }

  @Test
  void log_rotates_andKeepsItsLevel(@TempDir Path logs) throws IOException {
    org.tidemark.client.log.Log log =
        new org.tidemark.client.log.Log(
            logs.resolve("a.log"), new LogSettings(LogLevel.INFO, 1_000, 3), new TestClock());
    log.debug("not this");
    for (int i = 0; i < 100; i++) {
      log.info("line " + i + "\nwith a break");
    }

    try (var files = Files.list(logs)) {
      assertThat(files).hasSize(3).allMatch(file -> file.toFile().length() <= 1_000);
    }
    assertThat(log.tail(1)).containsExactly("2026-03-01T12:00:00.000Z INFO line 99 with a break");
    assertThat(log.tail(500)).noneMatch(line -> line.contains("not this"));
  }

  @Test
  void log_cutWithinALetter_isReadAllTheSame(@TempDir Path logs) throws IOException {
    Path file = logs.resolve("a.log");
    Files.write(file, new byte[] {'o', 'n', 'e', '\n', (byte) 0xC3});
    org.tidemark.client.log.Log log =
        new org.tidemark.client.log.Log(file, LogSettings.USUAL, new TestClock());
    log.info("two");

    assertThat(log.tail(500)).hasSize(2).first().isEqualTo("one");
  }

  @Test
  void log_ofAFailure_hasNotWhatItSays(@TempDir Path logs) {
    org.tidemark.client.log.Log log =
        new org.tidemark.client.log.Log(logs.resolve("a.log"), LogSettings.USUAL, new TestClock());
    log.warn("a listener failed", new IllegalStateException("dear diary"));

    assertThat(log.tail(1).get(0)).contains("IllegalStateException").doesNotContain("diary");
  }

  @Test
  void report_namesTheServer_withoutWhatItsAddressMayHide(@TempDir Path other) throws IOException {
    ClientSettings settings =
        ClientSettings.of(
            URI.create("https://ana:pass@server.test/sync?key=hidden"),
            "ana",
            () -> "t",
            other.resolve("a.db"));
    try (SyncClient client = SyncClient.open(settings)) {
      assertThat(read(client.report(other, true)))
          .contains("https://server.test/sync")
          .doesNotContain("pass", "hidden");
    }
  }

  @Test
  void report_onOneMutation_hasItHoweverManyWaitBeforeIt() throws IOException {
    Map<String, JsonObject> many = new TreeMap<>();
    for (int i = 0; i < 1_100; i++) {
      many.put("n%05d".formatted(i), Keys.json("{}"));
    }
    phone.notes().putAll(many);
    MutationId last = phone.client().outbox().pending().get(1_099).id();

    String report = read(phone.client().outbox().report(last, folder.resolve("reports"), false));
    assertThat(report).contains(last.value(), "n01099").doesNotContain("n01098");
  }

  @Test
  void open_aFileOfAnyName_isThatFile(@TempDir Path names) {
    for (String name : List.of("a?b.db", ":memory:", "file:x", "50%41.db", "ö mode=memory")) {
      ClientSettings settings =
          ClientSettings.of(
              URI.create("http://server.test/sync"), "ana", () -> "t", names.resolve(name));
      try (SyncClient client = SyncClient.open(settings)) {
        client.collection("note").put("n1", "{}");
      }
      assertThat(names.resolve(name)).as(name).isRegularFile();
      try (SyncClient client = SyncClient.open(settings)) {
        assertThat(client.outbox().count()).as(name).isEqualTo(1);
      }
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
