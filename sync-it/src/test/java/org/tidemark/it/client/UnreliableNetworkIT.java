package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.outbox.OutboxState;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Recovery;
import org.tidemark.client.settings.Timing;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Whatever the network does to a request, the edit has its effect once. */
@ExtendWith(WithServer.class)
class UnreliableNetworkIT {

  /** For those who meet a silence, which lasts as long as their patience. */
  private static final Timing IMPATIENT =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Phone.PATIENT.poll(),
          Phone.PATIENT.targetBatch());

  private final TestServer server;
  private final String id = TestServer.unique("record");
  private Timing timing = Phone.PATIENT;
  private Team team;
  private UnreliableProxy network;
  private Phone phone;
  private Phone other;

  UnreliableNetworkIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void meet(@TempDir Path folder) {
    team = new Team(server, folder);
    network = team.network();
    phone = team.members(network, usual -> usual.withTiming(timing).withRetry(Phone.LATER));
    other = team.owners();
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  /** What a network does to one request, and how the client calls that. */
  enum Trouble {
    RESET_BEFORE_THE_SERVER(new Fault.LostRequest(), "NO_ANSWER"),
    RESET_BEFORE_THE_ANSWER(new Fault.LostAnswer(), "NO_ANSWER"),
    SILENCE(new Fault.SilentAnswer(), "NO_ANSWER"),
    SILENCE_AND_THE_SERVER_HEARS_IT_LATE(new Fault.LateRequest(), "NO_ANSWER"),
    NO_BYTE_OF_THE_BODY(new Fault.CutAnswer(0), "HALF_ANSWER"),
    FIRST_BYTES(new Fault.CutAnswer(20), "HALF_ANSWER"),
    HALF_OF_IT(new Fault.CutAnswer(150), "HALF_ANSWER"),
    ALL_BUT_THE_LAST_BYTE(new Fault.CutAnswer(Integer.MAX_VALUE), "HALF_ANSWER"),
    UNAVAILABLE(Fault.status(503), "SERVER_ERROR"),
    BAD_GATEWAY(Fault.status(502), "SERVER_ERROR"),
    TOO_MANY(Fault.status(429), "BUSY"),
    PAGE_OF_A_HOTEL(Fault.status(200), "NO_SERVER"),
    NOT_DEPLOYED(Fault.status(404), "NO_SERVER"),
    REDIRECTED(new Fault.OwnAnswer(302, "Location: /sign-in\r\n"), "REDIRECTED");

    private final Fault fault;
    private final String code;

    Trouble(Fault fault, String code) {
      this.fault = fault;
      this.code = code;
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void push_inTrouble_isRepeatedAndCountsOnce(Trouble trouble) {
    countWithTheOther();
    phone.of("counter").put(id, "{\"count\":11}");
    prepareFor(trouble.fault);
    network.order(Kind.PUSH, trouble.fault);
    SyncOutcome outcome = phone.client().syncNow();

    assertThat(outcome.problem()).extracting(Problem::code).isEqualTo(trouble.code);
    OutboxItem waiting = phone.client().outbox().pending().get(0);
    assertThat(waiting.state()).isEqualTo(OutboxState.SENT);
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(phone.text("counter", id)).as("the edit stays").isEqualTo("{\"count\":11}");
    phone.settle();
    assertThat(network.seen(Kind.PUSH)).isEqualTo(3);
    assertCountedOnce();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void pull_inTrouble_isRepeated_andUsesNoAttemptUp(Trouble trouble) {
    countWithTheOther();
    phone.of("counter").put(id, "{\"count\":11}");
    prepareFor(trouble.fault);
    network.order(Kind.PULL, trouble.fault);
    SyncOutcome outcome = phone.client().syncNow();

    assertThat(outcome.problem()).extracting(Problem::code).isEqualTo(trouble.code);
    assertThat(phone.client().outbox().pending().get(0).attempts()).isZero();
    phone.settle();
    assertCountedOnce();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void decision_inTrouble_isRepeatedAndIsMadeOnce(Trouble trouble) {
    clash();
    prepareFor(trouble.fault);
    network.order(Kind.RESOLVE, trouble.fault);
    SyncOutcome outcome = phone.client().syncNow();

    assertThat(outcome.problem()).extracting(Problem::code).isEqualTo(trouble.code);
    phone.settle();
    assertThat(team.onServer("invoice", id).at("data")).hasToString("{\"n\":3}");
    assertThat(team.onServer("invoice", id).at("version").number()).isEqualTo(3);
    assertThat(phone.client().status().conflicts()).isZero();
    assertThat(phone.client().status().parked()).isZero();
    assertThat(phone.text("invoice", id)).isEqualTo("{\"n\":3}");
  }

  @Test
  void push_oneTroubleAfterTheOther_countsOnce() {
    countWithTheOther();
    phone.of("counter").put(id, "{\"count\":11}");
    prepareFor(new Fault.LateRequest());
    network.order(
        Kind.PUSH,
        new Fault.LateRequest(),
        new Fault.CutAnswer(60),
        new Fault.LostAnswer(),
        Fault.status(503),
        new Fault.SilentAnswer(),
        new Fault.LostRequest());
    phone.settle();

    assertThat(phone.client().status().parked()).isZero();
    assertCountedOnce();
  }

  @Test
  void push_lostAnswer_andTheNextEdit_areTwoEffects() {
    countWithTheOther();
    phone.of("counter").put(id, "{\"count\":11}");
    network.order(Kind.PUSH, new Fault.LostAnswer());
    phone.client().syncNow();
    phone.of("counter").put(id, "{\"count\":13}");
    phone.settle();

    assertThat(team.onServer("counter", id).at("data")).hasToString("{\"count\":18}");
    assertThat(phone.text("counter", id)).isEqualTo("{\"count\":18}");
  }

  @Test
  void retryAfter_isObeyed_andNothingIsAskedBefore() {
    phone.of("counter").put(id, "{\"count\":11}");
    network.order(Kind.PUSH, Fault.busy(600));
    Instant asked = phone.now();
    phone.client().syncNow();
    int pulls = network.seen(Kind.PULL);

    Instant next = phone.client().outbox().nextAttempt().orElseThrow();
    assertThat(next).isAfterOrEqualTo(asked.plusSeconds(600));
    assertThat(phone.client().syncNow().problem()).extracting(Problem::retryable).isEqualTo(true);
    assertThat(network.seen(Kind.PULL)).isEqualTo(pulls);
    assertThat(network.seen(Kind.PUSH)).isEqualTo(1);
    phone.settle();
    assertThat(team.onServer("counter", id).at("version").number()).isEqualTo(1);
    assertThat(team.rows("receipt", id)).isEqualTo(1);
  }

  @Test
  void attempts_areEightAtMost_growingApart_thenAPersonRetries() {
    phone.of("counter").put(id, "{\"count\":11}");
    network.always(Kind.PUSH, new Fault.LostAnswer());
    for (int attempt = 0; attempt < 7; attempt++) {
      Instant asked = phone.now();
      phone.client().syncNow();
      Instant next = Objects.requireNonNull(phone.client().outbox().pending().get(0).nextAttempt());
      assertThat(Duration.between(asked, next))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(Math.min(600, 10L << attempt)));
      phone.skipToNextAttempt();
    }
    phone.client().syncNow();
    OutboxItem parked = phone.onlyParked();
    Problem problem = Phone.problem(parked);
    assertThat(parked.attempts()).isEqualTo(8);
    assertThat(problem.kind()).isEqualTo(ErrorKind.NETWORK);
    assertThat(problem.recoveries()).contains(Recovery.RETRY, Recovery.DISMISS, Recovery.REPORT);
    phone.skip(Duration.ofMinutes(2));
    phone.client().syncNow();
    assertThat(network.seen(Kind.PUSH)).as("nobody retries by themselves").isEqualTo(8);

    network.always(Kind.PUSH, new Fault.None());
    phone.client().outbox().retry(parked.id());
    phone.settle();
    assertThat(team.onServer("counter", id).at("version").number()).isEqualTo(1);
    assertThat(team.rows("receipt", id)).isEqualTo(1);
  }

  @Test
  void attempts_surviveARestart() {
    phone.of("counter").put(id, "{\"count\":11}");
    network.order(Kind.PUSH, new Fault.LostAnswer(), new Fault.LostAnswer());
    phone.client().syncNow();
    phone.restart();
    assertThat(phone.client().outbox().pending().get(0).attempts()).isEqualTo(1);
    phone.settle();

    assertThat(network.seen(Kind.PUSH)).isEqualTo(3);
    assertThat(team.rows("receipt", id)).isEqualTo(1);
  }

  @Test
  void offline_isNoticed_andSoIsTheNetworksReturn() {
    network.down();
    phone.of("counter").put(id, "{\"count\":11}");
    Problem problem = phone.client().syncNow().problem();

    assertThat(problem).extracting(Problem::kind).isEqualTo(ErrorKind.NETWORK);
    assertThat(phone.client().status().state()).isEqualTo(SyncState.OFFLINE);
    network.up();
    phone.settle();
    assertThat(phone.client().status().state()).isEqualTo(SyncState.IDLE);
    assertThat(team.rows("receipt", id)).isEqualTo(1);
  }

  private void prepareFor(Fault fault) {
    if (fault instanceof Fault.SilentAnswer || fault instanceof Fault.LateRequest) {
      timing = IMPATIENT;
      phone.restart();
    }
  }

  /** The phone knows 10, and the other has made it 15. */
  private void countWithTheOther() {
    phone.of("counter").put(id, "{\"count\":10}");
    phone.sync();
    other.sync();
    other.of("counter").put(id, "{\"count\":15}");
    other.sync();
  }

  private void assertCountedOnce() {
    assertThat(team.onServer("counter", id).at("data")).hasToString("{\"count\":16}");
    assertThat(team.onServer("counter", id).at("version").number()).isEqualTo(3);
    assertThat(team.rows("receipt", id)).as("of 10, of 15 and of the edit").isEqualTo(3);
    assertThat(phone.text("counter", id)).isEqualTo("{\"count\":16}");
    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.client().status().state()).isEqualTo(SyncState.IDLE);
  }

  private void clash() {
    phone.of("invoice").put(id, "{\"n\":1}");
    phone.sync();
    other.sync();
    other.of("invoice").put(id, "{\"n\":2}");
    other.sync();
    phone.of("invoice").put(id, "{\"n\":3}");
    phone.sync();
    phone.client().conflicts().resolve(phone.onlyConflict().id(), Choice.keepLocal());
  }
}
