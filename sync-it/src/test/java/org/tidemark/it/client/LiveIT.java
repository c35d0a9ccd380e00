package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncClient;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.settings.Timing;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** The background mode over the shipped server: notices, a network that comes and goes, polling. */
@ExtendWith(WithServer.class)
@Timeout(120)
class LiveIT {

  private static final Timing POLLING =
      new Timing(
          Phone.PATIENT.connect(),
          Phone.PATIENT.answer(),
          Duration.ofMillis(50),
          Phone.PATIENT.targetBatch());

  private final TestServer server;
  private final String id = TestServer.unique("record");
  private Team team;
  private UnreliableProxy network;
  private Phone other;

  LiveIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void meet(@TempDir Path folder) {
    team = new Team(server, folder);
    network = team.network();
    other = team.owners();
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  @Test
  void notice_bringsTheChangeIn_withoutPolling() {
    Phone phone = started(Phone.PATIENT);
    int before = network.seen(Kind.PULL);
    change("{\"n\":1}");
    phone.await("the change is here", () -> phone.text("task", id).equals("{\"n\":1}"));
    change("{\"n\":2}");
    phone.await("the next one too", () -> phone.text("task", id).equals("{\"n\":2}"));

    assertThat(network.seen(Kind.PULL)).isGreaterThan(before);
    assertThat(network.seen(Kind.LISTEN)).isEqualTo(1);
  }

  @Test
  void edit_goesOutByItself_toAnotherWhoListens() {
    Phone phone = started(Phone.PATIENT);
    other.client().start();
    phone.of("task").put(id, "{\"n\":1}");
    other.await("the edit is there", () -> other.text("task", id).equals("{\"n\":1}"));
    other.of("task").put(id, "{\"n\":2}");
    phone.await("and the answer is here", () -> phone.text("task", id).equals("{\"n\":2}"));
  }

  @Test
  void network_lostAndBack_isNoticedByWhatFailsAndWorks() {
    Phone phone = started(Phone.PATIENT);
    network.down();
    phone.await("offline", () -> phone.client().status().state() == SyncState.OFFLINE);
    change("{\"n\":1}");
    phone.of("task").put(id + "-own", "{\"n\":2}");
    network.up();
    phone.await("the change is here", () -> phone.text("task", id).equals("{\"n\":1}"));
    phone.await("nothing waits", () -> phone.client().outbox().count() == 0);

    assertThat(phone.client().status().state()).isNotEqualTo(SyncState.OFFLINE);
    assertThat(team.onServer("task", id + "-own").at("version").number()).isEqualTo(1);
  }

  @Test
  void eventStreamRefused_fallsBackToPolling() {
    network.always(Kind.LISTEN, Fault.status(404));
    Phone phone = started(POLLING);
    change("{\"n\":1}");
    phone.await("the change is here", () -> phone.text("task", id).equals("{\"n\":1}"));
  }

  @Test
  void eventStream_thatBreaksOff_isOpenedAgain() {
    network.order(Kind.LISTEN, new Fault.LostRequest(), Fault.status(503));
    Phone phone = started(Phone.PATIENT);
    phone.await("it listens again", () -> network.seen(Kind.LISTEN) == 3);
    change("{\"n\":1}");
    phone.await("the change is here", () -> phone.text("task", id).equals("{\"n\":1}"));
  }

  @Test
  @Tag("exhaustive")
  void serverRestarted_isHeardAgain() {
    Phone phone = started(Phone.PATIENT);
    server.server().kill();
    phone.await("offline", () -> phone.client().status().state() == SyncState.OFFLINE);
    server.server().restart();
    change("{\"n\":1}");
    phone.await("the change is here", () -> phone.text("task", id).equals("{\"n\":1}"));
  }

  /** Directly: a proxy that ends each answer by closing its connection would hide a hang. */
  @Test
  void close_whileItListens_doesNotWaitForTheNextHeartbeat() {
    Phone phone = team.members();
    phone.client().start();
    phone.await("the first pull", () -> phone.client().status().lastPull() != null);
    change("{\"n\":1}");
    phone.await("it listens", () -> phone.text("task", id).equals("{\"n\":1}"));
    assertTimeoutPreemptively(Duration.ofSeconds(15), phone::close);

    SyncClient.open(phone.settings()).close();
  }

  /** A phone that has synced once in the background. */
  private Phone started(Timing timing) {
    Phone phone = team.members(network, usual -> usual.withTiming(timing));
    phone.client().start();
    phone.await("the first pull", () -> phone.client().status().lastPull() != null);
    return phone;
  }

  private void change(String data) {
    other.of("task").put(id, data);
    other.sync();
  }
}
