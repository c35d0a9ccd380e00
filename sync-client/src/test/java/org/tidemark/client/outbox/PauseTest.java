package org.tidemark.client.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.fixture.Answers;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.Recovery;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.mutation.Rejections;

/** Refusals of the user: nothing is sent before a person has done something. */
class PauseTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;

  @BeforeEach
  void open(@TempDir Path folder) {
    phone = new Device("phone", server, clock, folder);
  }

  @AfterEach
  void close() {
    phone.close();
  }

  private OutboxItem only() {
    assertThat(phone.client().outbox().pending()).hasSize(1);
    return phone.client().outbox().pending().get(0);
  }

  @Test
  void unauthorised_pausesTheQueue_untilSomebodySignsIn() {
    phone.notes().put("n1", "{}");
    phone.wire.down(new TransportFailure.HttpStatus(401, null, ""));
    SyncOutcome outcome = phone.sync();
    phone.wire.down(null);
    phone.sync();

    assertThat(Objects.requireNonNull(outcome.problem()).recoveries()).contains(Recovery.SIGN_IN);
    assertThat(phone.wire.pushes).isEmpty();
    assertThat(only().attempts()).isZero();
    assertThat(phone.client().status().state()).isEqualTo(SyncState.PAUSED);
    phone.client().signedIn();
    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void signIn_whileARequestWithTheOldTokenIsUnderWay_isNotUndoneByItsRefusal() {
    phone.notes().put("n1", "{}");
    phone.wire.loseRequest(new TransportFailure.HttpStatus(401, null, ""));
    phone.wire.duringPush(() -> phone.client().signedIn());
    phone.sync();
    assertThat(phone.client().status().state()).isEqualTo(SyncState.IDLE);

    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void clientIdTaken_pauses_andANewNameGoesOn() {
    phone.notes().put("n1", "{}");
    phone.wire.loseRequest(
        new TransportFailure.Refused(200, Answers.error(Rejections.clientIdTaken())));
    SyncOutcome outcome = phone.sync();
    assertThat(Objects.requireNonNull(outcome.problem()).code()).isEqualTo("CLIENT_ID_TAKEN");
    assertThat(phone.sync().problem()).isNotNull();

    phone.client().renewClientId();
    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(phone.wire.pushes.get(1).clientId())
        .isNotEqualTo(phone.wire.pushes.get(0).clientId());
  }

  @Test
  void clientIdTaken_isRemembered_untilThereIsANewOne() {
    phone.notes().put("n1", "{}");
    phone.wire.loseRequest(
        new TransportFailure.Refused(200, Answers.error(Rejections.clientIdTaken())));
    phone.sync();
    phone.restart();
    phone.client().renewClientId();
    phone.sync();

    assertThat(phone.wire.pushes.get(1).clientId())
        .isNotEqualTo(phone.wire.pushes.get(0).clientId());
  }

  @Test
  void goodClientId_isKept_sinceWhatWasSentMayHaveBeenDone() {
    phone.notes().put("n1", "{}");
    phone.wire.loseAnswer();
    phone.sync();
    phone.client().renewClientId();
    phone.settle();

    assertThat(phone.wire.pushes).hasSize(2);
    assertThat(phone.wire.pushes.get(1).clientId()).isEqualTo(phone.wire.pushes.get(0).clientId());
    assertThat(phone.wire.pushes.get(1).mutations())
        .isEqualTo(phone.wire.pushes.get(0).mutations());
  }
}
