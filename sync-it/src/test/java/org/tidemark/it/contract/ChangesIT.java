package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** The live channel: it says that there is something, and to whom it may. */
@ExtendWith(WithServer.class)
class ChangesIT {

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
    Listening[] all = new Listening[20];
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
  void changes_clientThatLeaves_isNoErrorInTheLog() throws Exception {
    try (Listening stays = new Listening(carl)) {
      stays.next();
      for (int i = 0; i < 3; i++) {
        new Listening(carl).close();
        carl.push(Edit.upsert("profile", "p", "{\"n\":" + i + "}"));
        assertThat(stays.next()).isEqualTo("event: changed");
      }
    }

    assertThat(Files.readString(server.file("log/server.log"))).doesNotContain("UT005088");
  }

  /** One connection, whose event lines are read by a thread. */
  private static final class Listening implements AutoCloseable {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final InputStream stream;

    Listening(Device device) throws IOException, InterruptedException {
      HttpResponse<InputStream> response =
          Http.client()
              .send(
                  device.http().request("/api/v1/changes").GET().build(),
                  BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      stream = response.body();
      Thread reader = new Thread(this::read, "changes");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event:")) {
            events.add(line);
          }
        }
      } catch (IOException closed) {
        events.add("closed");
      }
    }

    String next() throws InterruptedException {
      return within(20_000);
    }

    String within(long milliseconds) throws InterruptedException {
      return String.valueOf(events.poll(milliseconds, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
