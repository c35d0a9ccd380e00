package org.tidemark.it.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Listening;
import org.tidemark.it.server.Silence;
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

  /** An error is written a little after the connection's end. */
  private static final Duration A_WHILE = Duration.ofSeconds(2);

  private final TestServer server;
  private final Device carl;

  SlowIT(TestServer server) {
    this.server = server;
    carl = server.device(TestServer.unique("carl"));
  }

  @Test
  void body_thatStalls_losesItsConnectionWithoutAnError() throws Exception {
    List<String> before = server.loggedErrors();
    Silence.awaitCut(carl.http());

    Await.holdsWithin(A_WHILE, () -> !server.loggedErrors().equals(before));
    assertThat(server.loggedErrors()).isEqualTo(before);
  }

  @Test
  void changes_idleForLongerThanABodyMayBe_areStillTold() throws Exception {
    try (Listening listening = new Listening(carl)) {
      assertThat(listening.next()).isEqualTo("event: changed");
      Silence.awaitCut(carl.http());
      Silence.awaitCut(carl.http());
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
      Silence.awaitCut(carl.http());
      Silence.awaitCut(carl.http());
      connection.rollback();
    }

    assertThat(answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS).at("status").text())
        .isEqualTo("APPLIED");
  }

  private boolean somebodyWaits() {
    return server.number("select count(*) from pg_locks where not granted") > 0;
  }
}
