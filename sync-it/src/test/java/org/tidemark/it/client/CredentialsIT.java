package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Recovery;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** A token ends: the queue pauses, and goes on with new credentials. */
@ExtendWith(WithServer.class)
class CredentialsIT {

  private final TestServer server;
  private final String id = TestServer.unique("record");
  private Team team;
  private UnreliableProxy network;
  private Phone phone;

  CredentialsIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void meet(@TempDir Path folder) {
    team = new Team(server, folder);
    network = team.network();
    phone = team.members(network, usual -> usual);
    phone.sync();
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  @Test
  void expired_pausesEverything_untilSomebodySignsIn() {
    phone.signIn(expired());
    phone.of("task").put(id, "{\"n\":1}");
    Problem problem = Objects.requireNonNull(phone.client().syncNow().problem());

    assertThat(problem.kind()).isEqualTo(ErrorKind.AUTH);
    assertThat(problem.recoveries()).contains(Recovery.SIGN_IN);
    assertThat(phone.client().status().state()).isEqualTo(SyncState.PAUSED);
    int pulls = network.seen(Kind.PULL);
    assertThat(phone.client().syncNow().problem()).isEqualTo(problem);
    assertThat(network.seen(Kind.PULL)).as("nothing is asked meanwhile").isEqualTo(pulls);
    assertThat(phone.client().outbox().pending().get(0).attempts()).isZero();

    phone.signIn(good());
    phone.client().signedIn();
    phone.settle();
    assertThat(phone.client().status().state()).isEqualTo(SyncState.IDLE);
    assertThat(team.onServer("task", id).at("version").number()).isEqualTo(1);
  }

  @Test
  void expired_betweenPullAndPush_usesNoAttemptUp() {
    phone.of("task").put(id, "{\"n\":1}");
    network.order(Kind.PUSH, Fault.status(401));
    phone.client().syncNow();

    assertThat(phone.client().status().state()).isEqualTo(SyncState.PAUSED);
    assertThat(phone.client().outbox().pending().get(0).attempts()).isZero();
    phone.client().signedIn();
    phone.settle();
    assertThat(team.rows("receipt", id)).isEqualTo(1);
  }

  @Test
  void expired_inTheBackground_goesOnByItself_afterTheSignIn() {
    phone.signIn(expired());
    phone.client().start();
    phone.await("paused", () -> phone.client().status().state() == SyncState.PAUSED);
    phone.of("task").put(id, "{\"n\":1}");

    phone.signIn(good());
    phone.client().signedIn();
    phone.await("nothing waits", () -> phone.client().outbox().count() == 0);
    assertThat(team.onServer("task", id).at("version").number()).isEqualTo(1);
  }

  private String expired() {
    return server
        .server()
        .identity()
        .mint()
        .mint(
            team.member,
            List.of("user"),
            server.now().minus(Duration.ofHours(1)),
            Duration.ofMinutes(10));
  }

  private String good() {
    return server.token(team.member, "user");
  }
}
