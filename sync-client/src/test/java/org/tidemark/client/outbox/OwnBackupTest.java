package org.tidemark.client.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.Recovery;

/** A device that is put back to its own backup: the server knows more of it than it does. */
class OwnBackupTest {

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

  private String onServer() {
    return String.valueOf(Objects.requireNonNull(server.state(note("n1"))).data());
  }

  /** The edit that the backup holds went on, and was sent; the device knows nothing of that. */
  private void putBackBehindItsOwnEdit() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.backUp();
    phone.notes().put("n1", "{\"a\":1,\"b\":1}");
    phone.sync();
    phone.putBack();
    phone.sync();
  }

  @Test
  void nameThatWasUsedForAnotherContent_waitsForAPerson_withWhatIsBuiltOnIt() {
    putBackBehindItsOwnEdit();
    phone.notes().put("n1", "{\"a\":1,\"c\":1}");
    phone.settle();

    assertThat(onServer()).isEqualTo("{\"a\":1,\"b\":1}");
    assertThat(phone.client().outbox().parked())
        .singleElement()
        .satisfies(
            item ->
                assertThat(Objects.requireNonNull(item.problem()).recoveries())
                    .contains(Recovery.RETRY, Recovery.DISMISS));
    assertThat(phone.text("n1")).isEqualTo("{\"a\":1,\"c\":1}");
  }

  @Test
  void nameThatWasUsed_retriedByAPerson_goesAsOneUnderANewName() {
    putBackBehindItsOwnEdit();
    phone.notes().put("n1", "{\"a\":1,\"c\":1}");
    assertThat(phone.client().outbox().retry(phone.client().outbox().parked().get(0).id()))
        .isTrue();
    phone.settle();

    assertThat(phone.client().outbox().count()).isZero();
    assertThat(server.versions(note("n1"))).isEqualTo(2);
    assertThat(onServer()).isEqualTo("{\"a\":1,\"c\":1}");
  }

  @Test
  void sequences_goOnAboveThoseThatTheServerHasSeen() {
    phone.backUp();
    for (int i = 0; i < 5; i++) {
      phone.notes().put("n" + i, "{}");
      phone.sync();
    }
    phone.putBack();
    phone.notes().put("n9", "{}");
    phone.sync();

    List<Long> sequences = new ArrayList<>();
    phone.wire.pushes.forEach(
        push -> push.mutations().forEach(mutation -> sequences.add(mutation.sequence())));
    assertThat(sequences).hasSize(6).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void sequences_followTheServersTime_notTheDevices(@TempDir Path folder) {
    TestClock ahead = new TestClock();
    ahead.pass(Duration.ofDays(10_000));
    try (Device tablet = new Device("tablet", server, ahead, folder)) {
      tablet.notes().put("n1", "{}");
      tablet.sync();
      assertThat(tablet.wire.pushes.get(0).mutations().get(0).sequence())
          .isEqualTo(clock.now().toEpochMilli());
    }
  }
}
