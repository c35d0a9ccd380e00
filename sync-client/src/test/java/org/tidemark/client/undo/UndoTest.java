package org.tidemark.client.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.json;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.core.mutation.Rejections;

/** Snapshots before anything is overridden, and the way back. */
class UndoTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    phone = new Device("phone", server, clock, folder);
    laptop = new Device("laptop", server, clock, folder);
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    laptop.sync();
  }

  @AfterEach
  void close() {
    phone.close();
    laptop.close();
  }

  /** The phone's older edit loses against the laptop's newer one. */
  private Snapshot overridden() {
    phone.notes().put("n1", "{\"a\":2}");
    clock.pass(Duration.ofSeconds(1));
    laptop.notes().put("n1", "{\"a\":3}");
    laptop.sync();
    phone.sync();
    return phone.client().undo().latest("note", "n1").orElseThrow();
  }

  @Test
  void editOfAnOlderView_keepsTheEditThatItReplaces() {
    RecordView old = phone.note("n1").orElseThrow();
    phone.notes().put("n1", "{\"a\":2}");
    phone.notes().edit(old, json("{\"a\":3}"));

    Snapshot snapshot = phone.client().undo().latest("note", "n1").orElseThrow();
    assertThat(snapshot.data()).hasToString("{\"a\":2}");
    assertThat(snapshot.reason()).isEqualTo(SnapshotReason.EDITED_OVER);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":3}");
  }

  @Test
  void editOfAnOlderView_inAnotherField_replacesNothing() {
    RecordView old = phone.note("n1").orElseThrow();
    phone.notes().put("n1", "{\"a\":2}");
    phone.notes().edit(old, json("{\"a\":1,\"b\":3}"));

    assertThat(phone.client().undo().latest("note", "n1")).isEmpty();
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2,\"b\":3}");
  }

  @Test
  void serverWins_keepsTheLocalStateFirst() {
    Snapshot snapshot = overridden();

    assertThat(phone.text("n1")).isEqualTo("{\"a\":3}");
    assertThat(snapshot.data()).hasToString("{\"a\":2}");
    assertThat(snapshot.reason()).isEqualTo(SnapshotReason.SERVER_WINS);
    assertThat(phone.events)
        .contains(new ClientEvent.Overridden(note("n1"), SnapshotReason.SERVER_WINS));
  }

  @Test
  void deletion_namesTheSnapshotThatBringsItBack_whereThereWasSomething() {
    OptionalLong snapshot = phone.notes().delete("n1");
    assertThat(phone.notes().delete("n1")).isEmpty();
    assertThat(phone.notes().delete("nothing")).isEmpty();
    phone.client().undo().restore(snapshot.orElseThrow());
    assertThat(phone.text("n1")).isEqualTo("{\"a\":1}");
  }

  @Test
  void restore_bringsBackExactlyWhatWasThere_asANewEdit() {
    Snapshot snapshot = overridden();
    RestoreResult result = phone.client().undo().restore(snapshot.id());
    phone.sync();
    laptop.sync();

    assertThat(result).isInstanceOf(RestoreResult.Restored.class);
    assertThat(laptop.text("n1")).isEqualTo("{\"a\":2}");
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().reason())
        .isEqualTo(SnapshotReason.RESTORED);
  }

  @Test
  void restore_afterALaterEdit_asksFirst() {
    Snapshot snapshot = overridden();
    phone.notes().put("n1", "{\"a\":9}");

    assertThat(phone.client().undo().restore(snapshot.id()))
        .isInstanceOf(RestoreResult.LaterEdit.class);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":9}");
    phone.client().undo().restore(snapshot.id(), true);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2}");
    Snapshot redo = phone.client().undo().latest(note("n1")).orElseThrow();
    assertThat(redo.data()).hasToString("{\"a\":9}");
  }

  @Test
  void restore_afterALaterPull_asksFirst() {
    Snapshot snapshot = overridden();
    laptop.notes().put("n1", "{\"a\":4}");
    laptop.sync();
    phone.sync();

    assertThat(phone.client().undo().restore(snapshot.id()))
        .isInstanceOf(RestoreResult.LaterEdit.class);
  }

  @Test
  void snapshots_areLimitedInNumberAndAge() {
    Snapshot first = overridden();
    for (int i = 0; i < 60; i++) {
      Snapshot latest = phone.client().undo().latest(note("n1")).orElseThrow();
      phone.client().undo().restore(latest.id(), true);
    }
    assertThat(phone.client().undo().list(note("n1"))).hasSize(50);
    assertThat(phone.client().undo().restore(first.id())).isInstanceOf(RestoreResult.Gone.class);

    clock.pass(Duration.ofDays(31));
    phone.sync();
    assertThat(phone.client().undo().recent(100)).isEmpty();
  }

  @Test
  void snapshots_outliveAClockThatIsSetAhead(@TempDir Path folder) {
    TestClock own = new TestClock();
    try (Device tablet = new Device("tablet", server, own, folder)) {
      server.refuse(note("n2"), Rejections.schemaViolation(List.of()));
      tablet.notes().put("n2", "{\"a\":1}");
      tablet.sync();
      tablet.client().outbox().dismiss(tablet.client().outbox().parked().get(0).id());
      own.pass(Duration.ofDays(4_000));
      tablet.sync();
      tablet.restart();
      tablet.sync();

      assertThat(tablet.client().undo().latest(note("n2")).orElseThrow().data())
          .hasToString("{\"a\":1}");
    }
  }

  @Test
  void delete_keepsWhatWasThere_andUndoBringsItBackForAll() {
    phone.notes().delete("n1");
    Snapshot snapshot = phone.client().undo().latest("note", "n1").orElseThrow();
    assertThat(snapshot.reason()).isEqualTo(SnapshotReason.DELETED);
    assertThat(snapshot.data()).hasToString("{\"a\":1}");
    phone.sync();
    laptop.sync();
    assertThat(laptop.note("n1")).isEmpty();

    assertThat(phone.client().undo().restore(snapshot.id()))
        .isInstanceOf(RestoreResult.Restored.class);
    phone.sync();
    laptop.sync();
    assertThat(laptop.text("n1")).isEqualTo("{\"a\":1}");
  }

  @Test
  void delete_ofWhatWasNeverSent_isUndoneToo() {
    phone.notes().put("n2", "{\"b\":1}");
    phone.notes().delete(phone.note("n2").orElseThrow());
    phone.client().undo().restore(phone.client().undo().latest(note("n2")).orElseThrow().id());
    phone.sync();
    laptop.sync();
    assertThat(laptop.text("n2")).isEqualTo("{\"b\":1}");
  }

  @Test
  void delete_asSeenBefore_keepsWhatArrivedSince() {
    RecordView seen = phone.note("n1").orElseThrow();
    laptop.notes().put("n1", "{\"a\":5}");
    laptop.sync();
    phone.sync();
    phone.notes().delete(seen);
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().data())
        .hasToString("{\"a\":5}");
  }

  @Test
  void delete_ofNothing_keepsNothing() {
    phone.notes().delete("n9");
    assertThat(phone.client().undo().latest(note("n9"))).isEmpty();
  }
}
