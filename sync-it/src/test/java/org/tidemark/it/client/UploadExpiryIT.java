package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;

/** Addresses that end before a part is sent, and uploads that the server has given up meanwhile. */
class UploadExpiryIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PART = 1 << 20;
  private static final int SIZE = 3 * PART;

  private static TestServer server;

  private Path folder;
  private Team team;
  private UnreliableProxy network;
  private volatile Detour.Before before = to -> {};
  private Phone phone;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "SYNC_MEDIA_PART_BYTES",
                String.valueOf(PART),
                "SYNC_MEDIA_URL_LIFE",
                "PT5S",
                "SYNC_UPLOAD_LIFE",
                "PT20S"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void meet(@TempDir Path temporary) {
    folder = temporary;
    team = new Team(server, temporary);
    network = team.network();
    phone = team.members(network, this::onADetour);
    phone.of("note").put("n", "{}");
  }

  private ClientSettings onADetour(ClientSettings usual) {
    return Detour.in(usual, to -> before.sending(to));
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  private void assertArrived(String upload, Path file) {
    assertThat(phone.upload(upload).state()).isEqualTo(UploadState.DONE);
    URI address = URI.create(String.valueOf(phone.upload(upload).url()));
    assertThat(Sound.sha256(address, server.token(team.owner, "user")))
        .isEqualTo(Sound.sha256(file));
  }

  @Test
  void addresses_thatEndBeforeTheyAreUsed_areRenewed() {
    Map<Integer, String> first = new ConcurrentHashMap<>();
    before =
        to -> {
          if (first.putIfAbsent(to.number(), to.url()) == null) {
            Await.until("the address ends", PATIENCE, () -> hasEnded(to));
          }
        };
    Path file = Sound.file(folder, "sound.wav", SIZE);
    String upload = phone.photo(file, "n");
    phone.client().uploads().uploadNow();
    phone.settle(upload);

    assertArrived(upload, file);
    assertThat(network.seen(Kind.ADDRESSES)).isPositive();
  }

  /** A body that is too short is refused for that only while the address is good. */
  private static boolean hasEnded(PartUrl to) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to.url())).PUT(BodyPublishers.noBody()).build();
    return Http.send(request).tree().at("code").text().equals("URL_EXPIRED");
  }

  @Test
  void upload_thatTheServerGaveUp_beginsAnew() {
    Path file = Sound.file(folder, "sound.wav", SIZE);
    String upload = phone.photo(file, "n");
    network.order(Kind.PART, new Fault.None(), new Fault.LostRequest(), new Fault.LostRequest());
    phone.client().uploads().uploadNow();
    assertThat(phone.upload(upload).sentBytes()).isPositive();
    Await.until("the server gives it up", PATIENCE, this::isGivenUp);
    phone.settle(upload);

    assertArrived(upload, file);
    assertThat(server.number("select count(*) from media where space = ?", team.space))
        .isEqualTo(1);
  }

  private boolean isGivenUp() {
    return server.number(
            "select count(*) from upload where space = ? and state <> 'EXPIRED'", team.space)
        == 0;
  }
}
