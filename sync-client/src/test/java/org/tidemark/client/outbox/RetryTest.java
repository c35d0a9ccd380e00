package org.tidemark.client.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Recovery;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;

/** Failed attempts: repeated, parked, retried, dismissed. */
class RetryTest {

  private static final TransportFailure RESET = new TransportFailure.NoAnswer("reset");
  private static final Rejection SCHEMA = Rejections.schemaViolation(List.of());

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
    List<OutboxItem> all = phone.client().outbox().pending();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void lostRequests_waitLongerEachTime_andAreParkedAfterEight() {
    phone.notes().put("n1", "{}");
    long[] seconds = {1, 2, 4, 8, 16, 32, 60};
    for (long wait : seconds) {
      phone.wire.loseRequest(RESET);
      SyncOutcome outcome = phone.client().syncNow();
      assertThat(outcome.problem()).isNotNull();
      Duration expected = Duration.ofMillis(wait * 1150);
      assertThat(only().nextAttempt()).isEqualTo(clock.now().plus(expected));
      phone.client().syncNow();
      clock.pass(expected);
    }
    phone.wire.loseRequest(RESET);
    phone.client().syncNow();

    assertThat(phone.wire.pushes).hasSize(8);
    assertThat(phone.client().outbox().pending()).isEmpty();
    OutboxItem parked = phone.client().outbox().parked().get(0);
    assertThat(parked.attempts()).isEqualTo(8);
    Problem problem = Objects.requireNonNull(parked.problem());
    assertThat(problem.kind()).isEqualTo(ErrorKind.NETWORK);
    assertThat(problem.recoveries()).contains(Recovery.RETRY, Recovery.DISMISS, Recovery.REPORT);
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.PARKED);

    assertThat(phone.client().outbox().retry(parked.id())).isTrue();
    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void restart_forgetsNeitherAttemptsNorTimes() {
    phone.notes().put("n1", "{}");
    phone.wire.loseRequest(RESET);
    phone.client().syncNow();
    Instant next = only().nextAttempt();
    phone.restart();

    assertThat(only().attempts()).isEqualTo(1);
    assertThat(only().nextAttempt()).isEqualTo(next);
    phone.client().syncNow();
    assertThat(phone.wire.pushes).hasSize(1);
  }

  @Test
  void offline_burnsNoAttempts() {
    phone.notes().put("n1", "{}");
    phone.wire.down(RESET);
    for (int i = 0; i < 20; i++) {
      phone.sync();
    }
    assertThat(only().attempts()).isZero();
    assertThat(phone.client().status().state()).isEqualTo(SyncState.OFFLINE);

    phone.wire.down(null);
    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(phone.client().status().state()).isEqualTo(SyncState.IDLE);
  }

  @Test
  void retryAfter_isObeyed_byEveryRequest() {
    phone.notes().put("n1", "{}");
    phone.wire.loseRequest(new TransportFailure.HttpStatus(503, Duration.ofSeconds(20), ""));
    phone.client().syncNow();
    clock.pass(Duration.ofSeconds(19));
    phone.notes().put("n2", "{}");
    SyncOutcome early = phone.client().syncNow();
    clock.pass(Duration.ofSeconds(1));
    SyncOutcome inTime = phone.client().syncNow();

    assertThat(Objects.requireNonNull(early.problem()).code()).isEqualTo("SERVER_ERROR");
    assertThat(inTime.problem()).isNull();
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void limitOfOneMutation_waitsAsLongAsTold_andHoldsUpNobodyElse() {
    server.refuse(
        note("n1"), new Rejection("BUSY", ErrorCategory.LIMIT, true, "Later.", List.of()));
    phone.notes().put("n1", "{}");
    phone.notes().put("n2", "{}");
    phone.sync();

    assertThat(server.versions(note("n2"))).isEqualTo(1);
    assertThat(only().nextAttempt()).isEqualTo(clock.now().plusSeconds(20));
    server.refuse(note("n1"), null);
    clock.pass(Duration.ofSeconds(20));
    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void validation_isParkedAtOnce_neverRepeated_andTheNextEditCuresIt() {
    server.refuse(note("n1"), SCHEMA);
    phone.notes().put("n1", "{\"bad\":1}");
    phone.notes().put("n2", "{}");
    phone.settle();

    assertThat(phone.wire.pushes).hasSize(1);
    assertThat(server.versions(note("n2"))).isEqualTo(1);
    assertThat(phone.client().outbox().parked()).hasSize(1);
    assertThat(phone.text("n1")).isEqualTo("{\"bad\":1}");

    server.refuse(note("n1"), null);
    phone.notes().put("n1", "{\"good\":1}");
    phone.sync();
    assertThat(Objects.requireNonNull(server.state(note("n1"))).data()).hasToString("{\"good\":1}");
    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.SYNCED);
  }

  @Test
  void refused_retriedByAPerson_goesUnderANewName() {
    server.refuse(note("n1"), SCHEMA);
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    OutboxItem refused = phone.client().outbox().parked().get(0);
    server.refuse(note("n1"), null);
    assertThat(phone.client().outbox().retry(refused.id())).isTrue();
    phone.sync();

    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(phone.wire.pushes.get(1).mutations().get(0).id()).isNotEqualTo(refused.id());
  }

  @Test
  void refusedTwice_retriedFromTheFirst_goesAsOne() {
    server.refuse(note("n1"), SCHEMA);
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    phone.notes().put("n1", "{\"a\":1,\"b\":1}");
    phone.sync();
    assertThat(phone.client().outbox().parked()).hasSize(2);
    server.refuse(note("n1"), null);
    assertThat(phone.client().outbox().retry(phone.client().outbox().parked().get(0).id()))
        .isTrue();
    phone.sync();

    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":1,\"b\":1}");
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void refused_notRetriedWhileALaterEditIsUnderWay() {
    server.refuse(note("n1"), SCHEMA);
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    server.refuse(note("n1"), null);
    phone.notes().put("n1", "{\"a\":1,\"b\":1}");
    phone.wire.loseAnswer();
    phone.sync();
    OutboxItem refused = phone.client().outbox().parked().get(0);
    assertThat(phone.client().outbox().retry(refused.id())).isFalse();
    phone.settle();

    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void refused_dismissed_bringsTheServersStateAndKeepsASnapshot() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    server.refuse(note("n1"), SCHEMA);
    phone.notes().put("n1", "{\"a\":2}");
    phone.sync();
    phone.client().outbox().dismiss(phone.client().outbox().parked().get(0).id());

    assertThat(phone.text("n1")).isEqualTo("{\"a\":1}");
    assertThat(phone.client().undo().list(note("n1")).get(0).data()).hasToString("{\"a\":2}");
  }

  @Test
  void expired_isKept_andSentUnderANewNameWithWhatFollowed_whenAPersonAgrees() {
    server.refuse(note("n1"), Rejections.mutationExpired(5));
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    phone.notes().put("n1", "{\"a\":2}");
    phone.settle();
    assertThat(server.versions(note("n1"))).isZero();
    OutboxItem parked = phone.client().outbox().parked().get(0);
    assertThat(Objects.requireNonNull(parked.problem()).code()).isEqualTo("MUTATION_EXPIRED");

    server.refuse(note("n1"), null);
    phone.client().outbox().retry(parked.id());
    phone.sync();

    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2}");
  }

  @Test
  void expired_dismissed_takesWithItWhatWasBuiltOnIt() {
    server.refuse(note("n1"), Rejections.mutationExpired(5));
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    phone.notes().put("n1", "{\"a\":2}");
    phone.client().outbox().dismiss(phone.client().outbox().parked().get(0).id());

    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.note("n1")).isEmpty();
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().data())
        .hasToString("{\"a\":2}");
  }

  @Test
  void spaceForbidden_parksThatMutationAlone() {
    server.refuse(note("n1"), Rejections.spaceForbidden(Device.SPACE));
    phone.notes().put("n1", "{}");
    phone.notes().put("n2", "{}");
    phone.sync();

    assertThat(phone.client().outbox().parked()).hasSize(1);
    assertThat(server.versions(note("n2"))).isEqualTo(1);
    server.refuse(note("n1"), null);
    phone.client().outbox().retry(phone.client().outbox().parked().get(0).id());
    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void requestRefusedAsAWhole_isHalved_untilTheOneAtFaultIsParked() {
    for (int i = 0; i < 5; i++) {
      phone.notes().put("n" + i, "{}");
    }
    for (int i = 0; i < 3; i++) {
      phone.wire.loseRequest(new TransportFailure.HttpStatus(413, null, "too large"));
    }
    phone.sync();
    phone.sync();

    assertThat(phone.client().outbox().parked()).hasSize(1);
    assertThat(phone.client().outbox().pending()).isEmpty();
    assertThat(phone.events)
        .anyMatch(
            event ->
                event instanceof ClientEvent.Parked parked
                    && parked.problem().code().equals("HTTP_413"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 404, 405, 410})
  void answerOfSomethingElse_parksNothing_howeverOften(int status) {
    TransportFailure page = new TransportFailure.HttpStatus(status, null, "<html>");
    for (int i = 0; i < 5; i++) {
      phone.notes().put("n" + i, "{}");
    }
    phone.wire.keepOut(page, edit -> true);
    for (int i = 0; i < 12; i++) {
      clock.pass(Duration.ofMinutes(10));
      assertThat(Objects.requireNonNull(phone.sync().problem()).retryable()).isTrue();
    }
    assertThat(phone.client().outbox().parked()).isEmpty();
    assertThat(phone.client().outbox().pending())
        .hasSize(5)
        .allMatch(item -> item.attempts() == 12 && item.nextAttempt() != null);
    phone.wire.keepOut(page, null);
    phone.settle();
    assertThat(server.versions(note("n0"))).isEqualTo(1);
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void serverThatIsStarting_isAwayLikeANetwork_andTheNextSyncGoesOn() {
    phone.notes().put("n1", "{}");
    phone.wire.down(new TransportFailure.HttpStatus(404, null, ""));
    Problem starting = Objects.requireNonNull(phone.sync().problem());
    SyncState state = phone.client().status().state();
    int attempts = only().attempts();
    phone.wire.down(null);
    phone.sync();

    assertThat(starting.code()).isEqualTo("NO_SERVER");
    assertThat(starting.sentence())
        .startsWith("There is no sync server at http://server.test/sync right now")
        .contains("may be starting", "kept", "check the address");
    assertThat(starting.recoveries()).containsExactly(Recovery.RETRY, Recovery.REPORT);
    assertThat(state).isEqualTo(SyncState.OFFLINE);
    assertThat(attempts).isZero();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void editThatAFilterOnTheWayKeepsOut_holdsUpNoOther_alsoWhereNobodyWaits() {
    phone.notes().put("n0", "{\"text\":\"<script>\"}");
    for (int i = 1; i < 5; i++) {
      phone.notes().put("n" + i, "{}");
    }
    phone.wire.keepOut(
        new TransportFailure.HttpStatus(403, null, "<html>"),
        edit -> String.valueOf(edit.data()).contains("<script>"));
    phone.client().outbox().hurry();
    Problem problem = Objects.requireNonNull(phone.sync().problem());

    assertThat(problem.code()).isEqualTo("HTTP_403");
    assertThat(only().key()).isEqualTo(note("n0"));
    assertThat(phone.client().outbox().parked()).isEmpty();
    assertThat(server.versions(note("n4"))).isEqualTo(1);
  }

  @Test
  void serverThatGoesAwayBetweenPullAndPush_isNoAttemptOfTheEdits() {
    TransportFailure page = new TransportFailure.HttpStatus(404, null, "");
    phone.notes().put("n1", "{}");
    phone.wire.duringPush(() -> phone.wire.down(page));
    Problem problem = Objects.requireNonNull(phone.sync().problem());

    assertThat(problem.code()).isEqualTo("NO_SERVER");
    assertThat(only().attempts()).isZero();
  }

  @Test
  void requestRefusedAsAWhole_neverAdvisesToGiveAChangeUp() {
    phone.notes().put("n1", "{}");
    phone.wire.down(new TransportFailure.HttpStatus(400, null, "bad"));
    Problem pull = Objects.requireNonNull(phone.sync().problem());
    phone.wire.down(null);
    phone.wire.loseRequest(new TransportFailure.HttpStatus(413, null, "too large"));
    Problem push = Objects.requireNonNull(phone.sync().problem());
    OutboxItem parked = phone.client().outbox().parked().get(0);

    assertThat(pull.recoveries()).doesNotContain(Recovery.DISMISS);
    assertThat(push.recoveries()).doesNotContain(Recovery.DISMISS);
    assertThat(Objects.requireNonNull(parked.problem()).recoveries()).contains(Recovery.DISMISS);
  }

  @Test
  void forbiddenBySomethingInBetween_endsTheSync_andTheNextOneGoesOn() {
    phone.notes().put("n1", "{}");
    phone.wire.down(new TransportFailure.HttpStatus(403, null, "<html>not from this network"));
    SyncOutcome there = phone.sync();
    phone.wire.down(null);
    SyncOutcome elsewhere = phone.sync();

    assertThat(Objects.requireNonNull(there.problem()).code()).isEqualTo("HTTP_403");
    assertThat(elsewhere.problem()).isNull();
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }
}
