package org.tidemark.client.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.json;
import static org.tidemark.client.fixture.Keys.key;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.problem.Recovery;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.EntityType;

/** Pull, apply, push, mark, when all goes well and when answers go missing. */
class SyncTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    phone = new Device("phone", server, clock, folder);
    laptop = new Device("laptop", server, clock, folder);
  }

  @AfterEach
  void close() {
    phone.close();
    laptop.close();
  }

  @Test
  void edit_offline_reachesTheOtherDevice() {
    phone.notes().put("n1", "{\"title\":\"hello\"}");
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.PENDING);

    SyncOutcome outcome = phone.sync();
    laptop.sync();

    assertThat(outcome.problem()).isNull();
    assertThat(outcome.answered()).isEqualTo(1);
    assertThat(laptop.text("n1")).isEqualTo("{\"title\":\"hello\"}");
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.SYNCED);
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void edits_neverSent_areFoldedIntoOneMutation() {
    phone.notes().put("n1", "{\"a\":1}");
    clock.pass(Duration.ofSeconds(5));
    phone.notes().put("n1", "{\"a\":1,\"b\":2}");
    phone.sync();

    Mutation sent = phone.wire.pushes.get(0).mutations().get(0);
    assertThat(phone.wire.pushes).hasSize(1);
    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(sent.updatedAt()).isEqualTo(TestClock.START.plusSeconds(5));
    assertThat(sent.fieldTimes()).containsOnlyKeys("/a").containsValue(TestClock.START);
  }

  @Test
  void createThenDelete_neverSent_isNothing() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.notes().delete("n1");
    phone.sync();

    assertThat(phone.wire.pushes).isEmpty();
    assertThat(phone.note("n1")).isEmpty();
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void tokenThatIsMissing_isTold_andTheNextSyncGoesOnWithOne() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.wire.duringPush(
        () -> {
          throw new ClientException(Problems.signIn("no token was given"));
        });
    phone.sync();
    assertThat(Objects.requireNonNull(phone.client().status().problem()).recoveries())
        .contains(Recovery.SIGN_IN);
    phone.settle();

    assertThat(phone.client().status().problem()).isNull();
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.SYNCED);
  }

  @Test
  void answerLost_sameMutationIsSentWordForWord_andAppliedOnce() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.wire.loseAnswer();
    SyncOutcome first = phone.sync();
    phone.settle();

    assertThat(Objects.requireNonNull(first.problem()).code()).isEqualTo("NO_ANSWER");
    assertThat(phone.wire.pushes).hasSize(2);
    assertThat(phone.wire.pushes.get(1).mutations())
        .isEqualTo(phone.wire.pushes.get(0).mutations());
    assertThat(server.versions(note("n1"))).isEqualTo(1);
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.SYNCED);
  }

  @Test
  void editAfterLostAnswer_namesThePreviousOne_andIsADirectSuccessor() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.wire.loseAnswer();
    phone.sync();
    phone.notes().put("n1", "{\"a\":2}");
    phone.settle();

    Mutation second = phone.wire.pushes.get(2).mutations().get(0);
    assertThat(second.previous()).isEqualTo(phone.wire.pushes.get(0).mutations().get(0).id());
    assertThat(second.baseVersion()).isEqualTo(1);
    assertThat(server.versions(note("n1"))).isEqualTo(2);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2}");
    assertThat(phone.client().conflicts().count()).isZero();
  }

  @Test
  void pull_showsOwnWriteBeforeItsAnswer_countsOnce() {
    server.policy(counter());
    phone.type("counter").put("c", "{\"n\":0}");
    phone.sync();
    phone.type("counter").put("c", "{\"n\":5}");
    phone.wire.loseAnswer();
    phone.sync();
    // The next pull brings version 2, our own; the edit made now builds on the unanswered one.
    phone.wire.loseRequest(new org.tidemark.client.transport.TransportFailure.NoAnswer("reset"));
    clock.pass(Duration.ofSeconds(10));
    phone.sync();
    phone.type("counter").put("c", "{\"n\":8}");
    phone.settle();

    assertThat(phone.type("counter").get("c").orElseThrow().data().text()).isEqualTo("{\"n\":8}");
    assertThat(Objects.requireNonNull(server.state(key("counter", "c"))).data())
        .hasToString("{\"n\":8}");
  }

  /** The phone adds five to ten and has not got through; the laptop's three are there. */
  private RecordView previewed() {
    server.policy(counter());
    phone.type("counter").put("c", "{\"n\":10}");
    phone.sync();
    laptop.sync();
    laptop.type("counter").put("c", "{\"n\":13}");
    laptop.sync();
    phone.type("counter").put("c", "{\"n\":15}");
    phone.wire.loseRequest(new org.tidemark.client.transport.TransportFailure.NoAnswer("reset"));
    phone.sync();
    return phone.type("counter").get("c").orElseThrow();
  }

  @Test
  void counters_ofTwoDevices_areAdded_andThePreviewShowsItBefore() {
    RecordView shown = previewed();
    assertThat(shown.data()).hasToString("{\"n\":15}");
    assertThat(shown.shown()).hasToString("{\"n\":18}");

    // The person adds one to what the screen shows: the laptop's three must not count twice.
    phone.type("counter").edit(shown, json("{\"n\":19}"));
    phone.settle();
    laptop.sync();

    assertThat(laptop.type("counter").get("c").orElseThrow().data()).hasToString("{\"n\":19}");
  }

  @Test
  void editOfAPreview_ofWhatWasDeletedSince_countsTheServersSideOnce() {
    RecordView shown = previewed();
    phone.type("counter").delete("c");
    phone.type("counter").edit(shown, json("{\"n\":19}"));
    phone.settle();

    assertThat(Objects.requireNonNull(server.state(key("counter", "c"))).data())
        .hasToString("{\"n\":19}");
  }

  @Test
  void followUp_longAfterItsMergedPrevious_withoutReceipts_countsOnce() {
    server.policy(counter());
    phone.type("counter").put("c", "{\"n\":10}");
    phone.sync();
    laptop.sync();
    laptop.type("counter").put("c", "{\"n\":13}");
    laptop.sync();
    phone.type("counter").put("c", "{\"n\":15}");
    phone.wire.loseAnswer();
    phone.sync();
    phone.type("counter").put("c", "{\"n\":16}");
    phone.wire.loseRequestAfter(1);
    clock.pass(Duration.ofSeconds(90));
    phone.sync();
    server.forgetReceipts();
    phone.settle();

    assertThat(Objects.requireNonNull(server.state(key("counter", "c"))).data())
        .hasToString("{\"n\":19}");
    assertThat(phone.type("counter").get("c").orElseThrow().data()).hasToString("{\"n\":19}");
  }

  @Test
  void editDuringPush_waitsForNothing_andFollows() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.wire.duringPush(() -> phone.notes().put("n1", "{\"a\":2}"));
    phone.sync();
    phone.settle();

    assertThat(phone.wire.pushes.get(0).mutations().get(0).data()).hasToString("{\"a\":1}");
    assertThat(server.versions(note("n1"))).isEqualTo(2);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2}");
  }

  @Test
  void answerForPartOfABatch_restIsAskedAgain() {
    for (int i = 0; i < 4; i++) {
      phone.notes().put("n" + i, "{}");
    }
    phone.wire.answerOnly(2);
    SyncOutcome first = phone.sync();
    phone.settle();

    assertThat(first.answered()).isEqualTo(2);
    assertThat(phone.wire.pushes.get(1).mutations()).hasSize(2);
    assertThat(phone.client().outbox().count()).isZero();
    for (int i = 0; i < 4; i++) {
      assertThat(server.versions(note("n" + i))).isEqualTo(1);
    }
  }

  @Test
  void edit_ofWhatWasSeenBeforeAPull_isNotTakenAsDirectSuccessor() {
    server.policy(manual());
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    laptop.sync();
    RecordView seen = phone.note("n1").orElseThrow();
    laptop.notes().put("n1", "{\"a\":2}");
    laptop.sync();
    phone.sync();

    phone.notes().edit(seen, json("{\"a\":3}"));
    phone.sync();

    assertThat(phone.onlyConflict().conflict().serverData()).hasToString("{\"a\":2}");
    assertThat(phone.text("n1")).isEqualTo("{\"a\":3}");
  }

  @Test
  void delete_travels_andTheTombstoneWins() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    laptop.sync();
    phone.notes().delete("n1");
    assertThat(phone.note("n1")).isEmpty();
    phone.sync();
    laptop.sync();

    assertThat(laptop.note("n1")).isEmpty();
    assertThat(laptop.notes().count()).isZero();
  }

  @Test
  void putAfterDelete_buildsOnTheTombstone() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    phone.notes().delete("n1");
    phone.sync();
    phone.notes().put("n1", "{\"a\":2}");
    phone.sync();

    assertThat(server.versions(note("n1"))).isEqualTo(3);
    assertThat(phone.client().conflicts().count()).isZero();
  }

  @Test
  void pull_ofManyPages_appliesAll() {
    server.pageSize(3);
    for (int i = 0; i < 10; i++) {
      phone.notes().put("n" + i, "{}");
    }
    phone.sync();
    SyncOutcome outcome = laptop.sync();

    assertThat(outcome.received()).isEqualTo(10);
    assertThat(laptop.notes().count()).isEqualTo(10);
    assertThat(laptop.notes().list(null, 4).items()).hasSize(4);
    assertThat(laptop.notes().list(laptop.notes().list(null, 4).next(), 100).items()).hasSize(6);
  }

  static MergePolicy counter() {
    return MergePolicy.of(
        new EntityType("counter"), MergeStrategy.SERVER_MERGE, Granularity.RECORD);
  }

  static MergePolicy manual() {
    return MergePolicy.of(new EntityType("note"), MergeStrategy.MANUAL, Granularity.RECORD);
  }
}
