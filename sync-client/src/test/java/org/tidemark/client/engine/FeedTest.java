package org.tidemark.client.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;

/** Fresh starts, and spaces that come and go. */
class FeedTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    phone = new Device("phone", server, clock, folder);
    laptop = new Device("laptop", server, clock, folder);
    phone.notes().put("n1", "{\"a\":1}");
    phone.notes().put("n2", "{\"a\":1}");
    phone.sync();
    phone.notes().put("n1", "{\"a\":2}");
    phone.sync();
    laptop.sync();
  }

  @AfterEach
  void close() {
    phone.close();
    laptop.close();
  }

  @Test
  void cursorExpired_restoredServer_replacesNewerStatesAndRemovesWhatDoesNotCome() {
    laptop.notes().put("mine", "{}");
    server.restoreBackup(Map.of(note("n1"), 1, note("n2"), 0));
    SyncOutcome outcome = laptop.sync();

    assertThat(outcome.problem()).isNull();
    assertThat(laptop.text("n1")).isEqualTo("{\"a\":1}");
    assertThat(laptop.note("n2")).isEmpty();
    assertThat(server.versions(note("mine"))).isEqualTo(1);
  }

  @Test
  void edit_ofWhatWasSeen_afterTheRecordWent_namesTheVersionThatWasSeen() {
    RecordView seen = laptop.note("n2").orElseThrow();
    server.restoreBackup(Map.of(note("n2"), 0));
    laptop.sync();
    assertThat(laptop.note("n2")).isEmpty();

    laptop.notes().edit(seen, Keys.json("{\"a\":7}"));
    laptop.sync();
    assertThat(laptop.wire.pushes)
        .last()
        .satisfies(
            push -> assertThat(push.mutations().get(0).baseVersion()).isEqualTo(seen.version()));
  }

  @Test
  void cursorExpired_unsentEditOnALostVersion_becomesAConflictNotALoss() {
    laptop.notes().put("n1", "{\"a\":3}");
    server.restoreBackup(Map.of(note("n1"), 1));
    laptop.sync();

    assertThat(laptop.onlyConflict().conflict().serverData()).hasToString("{\"a\":1}");
    assertThat(laptop.text("n1")).isEqualTo("{\"a\":3}");
  }

  @Test
  void spaceLost_cleanRecordsGo_unsentEditsStayReadOnly() {
    laptop.notes().put("n1", "{\"a\":3}");
    server.space(Device.SPACE, null);
    laptop.sync();

    assertThat(laptop.note("n2")).isEmpty();
    assertThat(laptop.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.READ_ONLY);
    assertThatThrownBy(() -> laptop.notes().put("n1", "{}")).isInstanceOf(ClientException.class);
    OutboxItem parked = laptop.client().outbox().parked().get(0);
    assertThat(parked.problem()).isNotNull();
    assertThat(laptop.events).contains(new ClientEvent.SpaceLost(Device.SPACE));
    assertThatThrownBy(() -> laptop.client().outbox().retry(parked.id()))
        .isInstanceOf(ClientException.class);
  }

  @Test
  void spaceLost_dismissed_leavesNothingButASnapshot() {
    laptop.notes().put("n1", "{\"a\":3}");
    server.space(Device.SPACE, null);
    laptop.sync();
    boolean done = laptop.client().outbox().dismiss(laptop.client().outbox().parked().get(0).id());

    assertThat(done).isTrue();
    assertThat(laptop.note("n1")).isEmpty();
    assertThat(laptop.client().undo().list(note("n1")).get(0).data()).hasToString("{\"a\":3}");
  }

  @Test
  void spaceRegained_everythingComesBackAndEditsGoOut() {
    laptop.notes().put("n1", "{\"a\":3}");
    server.space(Device.SPACE, null);
    laptop.sync();
    server.space(Device.SPACE, "EDITOR");
    server.restoreBackup(Map.of());
    laptop.sync();

    assertThat(laptop.text("n2")).isEqualTo("{\"a\":1}");
    assertThat(server.versions(note("n1"))).isEqualTo(3);
    assertThat(laptop.client().outbox().count()).isZero();
  }

  @Test
  void viewer_isToldBeforeAnythingIsWritten() {
    server.space(Device.SPACE, "VIEWER");
    laptop.sync();

    assertThatThrownBy(() -> laptop.notes().put("n1", "{}"))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("only read");
    assertThat(laptop.client().outbox().count()).isZero();
  }
}
