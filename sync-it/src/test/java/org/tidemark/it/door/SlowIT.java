package org.tidemark.it.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Listening;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithOtherSettings;

/**
 * Whoever stops in the middle of a request loses the connection; whoever waits for the server keeps
 * it. The server's read timeout is short here, and a stalled body is the clock that tells when it
 * has passed.
 */
@ExtendWith(WithOtherSettings.class)
class SlowIT {

  private static final int PATIENCE_MS = 60_000;

  private final TestServer server;
  private final Device carl;

  SlowIT(TestServer server) {
    this.server = server;
    carl = server.device(TestServer.unique("carl"));
  }

  @Test
  void body_thatStalls_losesItsConnectionWithoutAnError() throws Exception {
    long before = server.loggedErrors();
    awaitCut();

    assertThat(server.loggedErrors()).isEqualTo(before);
  }

  @Test
  void changes_idleForLongerThanABodyMayBe_areStillTold() throws Exception {
    try (Listening listening = new Listening(carl)) {
      assertThat(listening.next()).isEqualTo("event: changed");
      awaitCut();
      awaitCut();
      carl.push(Edit.upsert("profile", "p", "{}"));

      assertThat(listening.next()).isEqualTo("event: changed");
    }
  }

  @Test
  void push_thatTheServerTakesLongFor_isAnswered() throws Exception {
    carl.push(Edit.upsert("profile", "p", "{\"n\":1}"));
    CompletableFuture<Tree> answer;
    try (Connection connection = server.connection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("select 1 from client where id = '%s' for update".formatted(carl.clientId()));
      answer =
          CompletableFuture.supplyAsync(
              () -> carl.push(Edit.upsert("profile", "p", "{\"n\":2}").on(1)));
      Await.until("the push waits", Duration.ofMillis(PATIENCE_MS), this::somebodyWaits);
      awaitCut();
      awaitCut();
      connection.rollback();
    }

    assertThat(answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS).at("status").text())
        .isEqualTo("APPLIED");
  }

  private boolean somebodyWaits() {
    return server.number("select count(*) from pg_locks where not granted") > 0;
  }

  /** Sends a part of a body, and comes back when the server has ended the connection. */
  private void awaitCut() throws IOException {
    URI sync = server.server().addresses().sync();
    try (Socket socket = new Socket(sync.getHost(), sync.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket
          .getOutputStream()
          .write(
              """
              POST /sync/graphql HTTP/1.1\r
              Host: %s\r
              Authorization: Bearer %s\r
              Content-Type: application/json\r
              Content-Length: 1000\r
              \r
              {"query\
              """
                  .formatted(sync.getAuthority(), carl.http().token())
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(isEnded(socket.getInputStream())).isTrue();
    }
  }

  private static boolean isEnded(InputStream in) throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
