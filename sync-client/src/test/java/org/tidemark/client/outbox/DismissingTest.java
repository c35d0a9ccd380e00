package org.tidemark.client.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.resolve.Resolution;

/** Decisions that are given up after the server refused them. */
class DismissingTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;

  @BeforeEach
  void open(@TempDir Path folder) {
    phone = new Device("phone", server, clock, folder);
    server.policy(MergePolicy.of(new EntityType("note"), MergeStrategy.MANUAL, Granularity.RECORD));
  }

  @AfterEach
  void close() {
    phone.close();
  }

  /** The server has 2, this device 3, and a person keeps the device's; the server won't hear it. */
  private ConflictView refusedDecision() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    RecordView seen = phone.note("n1").orElseThrow();
    phone.notes().put("n1", "{\"a\":2}");
    phone.sync();
    phone.notes().edit(seen, Keys.json("{\"a\":3}"));
    phone.sync();
    ConflictView conflict = phone.onlyConflict();
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.wire.loseRequest(new TransportFailure.HttpStatus(400, null, "no"));
    phone.sync();
    return conflict;
  }

  private void dismissParked() {
    phone.client().outbox().dismiss(phone.client().outbox().parked().get(0).id());
  }

  @Test
  void decision_whoseConflictIsOpen_opensItAgain() {
    ConflictView conflict = refusedDecision();
    assertThat(phone.client().conflicts().count()).isZero();
    dismissParked();

    assertThat(phone.onlyConflict().id()).isEqualTo(conflict.id());
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.sync();
    assertThat(phone.text("n1")).isEqualTo("{\"a\":3}");
    assertThat(server.openConflicts()).isZero();
  }

  @Test
  void decision_whoseConflictWasClosedElsewhere_leavesTheServersState() {
    ConflictView conflict = refusedDecision();
    server.decideElsewhere(conflict.id(), Resolution.USE_SERVER);
    phone.sync();
    dismissParked();

    RecordView note = phone.note("n1").orElseThrow();
    assertThat(note.status()).isEqualTo(RecordStatus.SYNCED);
    assertThat(note.data()).hasToString("{\"a\":2}");
    assertThat(phone.client().conflicts().find(conflict.id()).orElseThrow().state())
        .isEqualTo(ConflictState.RESOLVED);
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().data())
        .hasToString("{\"a\":3}");
  }
}
