package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Listening;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** The live channel: it says that there is something, and to whom it may. */
@ExtendWith(WithServer.class)
class ChangesIT {

  /** How many connections a user may have. */
  private static final int LIMIT = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestServer server;
  private final Device carl;

  ChangesIT(TestServer server) {
    this.server = server;
    carl = server.device(TestServer.unique("carl"));
  }

  @Test
  void changes_ofOwnSpace_areToldToAnotherDevice() throws Exception {
    try (Listening listening = new Listening(carl)) {
      assertThat(listening.next()).as("what was before").isEqualTo("event: changed");
      carl.push(Edit.upsert("profile", "p", "{}"));
      assertThat(listening.next()).isEqualTo("event: changed");
    }
  }

  @Test
  void changes_ofAnotherSpace_areNotTold() throws Exception {
    try (Listening listening = new Listening(carl)) {
      assertThat(listening.next()).isEqualTo("event: changed");
      server.device(TestServer.unique("eve")).push(Edit.upsert("profile", "p", "{}"));
      assertThat(listening.within(1_500)).isEqualTo("null");
      carl.push(Edit.upsert("profile", "p", "{}"));
      assertThat(listening.next()).isEqualTo("event: changed");
    }
  }

  @Test
  void changes_tooManyConnectionsOfAUser_areRefusedAsAProblem() throws Exception {
    Listening[] all = new Listening[LIMIT];
    try {
      for (int i = 0; i < all.length; i++) {
        all[i] = new Listening(carl);
      }
      Http.Reply refused = carl.http().get("/api/v1/changes");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
      assertThat(refused.tree().at("code").text()).isEqualTo("TOO_MANY_CONNECTIONS");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    } finally {
      for (Listening listening : all) {
        listening.close();
      }
    }
  }

  @Test
  void changes_askedForTheirHead_holdNoPlace() {
    Http.Reply head =
        Http.send(
            carl.http()
                .request("/api/v1/changes")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(head.status()).isEqualTo(405);
    assertThat(head.header("Allow")).isEqualTo("GET");
  }

  @Test
  void changes_clientsThatLeft_freeTheirPlacesAndAreNoErrors() throws Exception {
    List<String> before = server.loggedErrors();
    for (int i = 0; i < LIMIT; i++) {
      new Listening(carl).close();
    }

    Await.until("a place is free", PATIENCE, this::isPlaceFree);
    assertThat(server.loggedErrors()).isEqualTo(before);
  }

  private boolean isPlaceFree() {
    try {
      HttpResponse<InputStream> response = Listening.ask(carl);
      response.body().close();
      return response.statusCode() == 200;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
