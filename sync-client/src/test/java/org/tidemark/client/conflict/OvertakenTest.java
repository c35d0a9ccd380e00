package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.resolve.Resolution;

/** What others, later edits and lost answers do to a conflict and its decision. */
class OvertakenTest {

  private Clash clash;
  private TestServer server;
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    clash = new Clash(folder);
    server = clash.server;
    phone = clash.phone;
    laptop = clash.laptop;
  }

  @AfterEach
  void close() {
    clash.close();
  }

  private ConflictView clash() {
    return clash.make();
  }

  @Test
  void decisionAgainstAnOldState_comesBackAsAFreshConflict() {
    ConflictView conflict = clash();
    laptop.notes().put("n1", "{\"a\":9}");
    laptop.sync();
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.sync();

    ConflictView fresh = phone.onlyConflict();
    assertThat(fresh.conflict().serverData()).hasToString("{\"a\":9}");
    assertThat(clash.onServer()).isEqualTo("{\"a\":9}");
    phone.client().conflicts().resolve(fresh.id(), Choice.keepLocal());
    phone.sync();
    assertThat(clash.onServer()).isEqualTo("{\"a\":3,\"b\":7}");
  }

  @Test
  void serverMovedOnBeforeTheDecision_isShownAndCounts() {
    ConflictView conflict = clash();
    laptop.notes().put("n1", "{\"a\":9}");
    laptop.sync();
    phone.sync();

    assertThat(phone.onlyConflict().conflict().serverVersion()).isEqualTo(3);
    assertThat(phone.onlyConflict().conflict().serverData()).hasToString("{\"a\":9}");
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.sync();
    assertThat(phone.client().conflicts().count()).isZero();
    assertThat(clash.onServer()).isEqualTo("{\"a\":3,\"b\":7}");
  }

  @Test
  void laterEdit_thatConflictsAgain_supersedes() {
    ConflictView conflict = clash();
    phone.notes().put("n1", "{\"a\":4}");
    phone.sync();

    assertThat(phone.onlyConflict().id()).isNotEqualTo(conflict.id());
    assertThat(phone.client().conflicts().find(conflict.id()).orElseThrow().state())
        .isEqualTo(ConflictState.SUPERSEDED);
    assertThat(phone.onlyConflict().conflict().clientData()).hasToString("{\"a\":4}");
  }

  @Test
  void decidedElsewhere_arrivesByPull_withASnapshotOfWhatWasHere() {
    ConflictView conflict = clash();
    server.decideElsewhere(conflict.id(), Resolution.USE_SERVER);
    phone.sync();

    assertThat(phone.client().conflicts().count()).isZero();
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().reason())
        .isEqualTo(SnapshotReason.RESOLVED_ELSEWHERE);
    assertThat(phone.events).contains(new ClientEvent.ConflictClosed(note("n1"), conflict.id()));
  }

  @Test
  void decidedElsewhereFirst_ownDecisionIsTooLate_andKept() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    server.decideElsewhere(conflict.id(), Resolution.USE_SERVER);
    phone.sync();

    assertThat(clash.onServer()).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().data())
        .hasToString("{\"a\":3,\"b\":7}");
    assertThat(phone.events)
        .anyMatch(
            event ->
                event instanceof ClientEvent.Failed failed
                    && failed.problem().code().equals("CONFLICT_CLOSED"));
  }

  @Test
  void decision_withALostAnswer_isAskedAgainUnderItsName() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.wire.loseAnswer();
    phone.sync();
    phone.settle();

    assertThat(phone.wire.resolves).hasSize(2);
    assertThat(phone.wire.resolves.get(1)).isEqualTo(phone.wire.resolves.get(0));
    assertThat(server.versions(note("n1"))).isEqualTo(3);
    assertThat(phone.client().conflicts().find(conflict.id()).orElseThrow().state())
        .isEqualTo(ConflictState.RESOLVED);
  }

  @Test
  void closedElsewhere_beforeTheLostAnswerComesAgain_isNotOpenedHere() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    laptop.sync();
    laptop.notes().put("n1", "{\"a\":2}");
    laptop.sync();
    phone.notes().put("n1", "{\"a\":3}");
    phone.wire.loseAnswer();
    phone.sync();
    server.decideElsewhere("conflict-1", Resolution.USE_SERVER);
    phone.settle();

    assertThat(phone.client().conflicts().count()).isZero();
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2}");
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().data())
        .hasToString("{\"a\":3}");
  }

  @Test
  void conflictUnknownToTheServer_decisionBecomesAnEdit() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    server.forgetConflicts();
    phone.settle();

    assertThat(clash.onServer()).isEqualTo("{\"a\":3,\"b\":7}");
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void refusedEdit_retriedAfterADecision_leavesWhatWasEditedAfterIt() {
    ConflictView conflict = clash();
    server.refuse(note("n1"), Rejections.schemaViolation(List.of()));
    phone.notes().put("n1", "{\"a\":3,\"b\":8}");
    phone.sync();
    OutboxItem refused = phone.client().outbox().parked().get(0);
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.notes().put("n1", "{\"a\":3,\"b\":9}");
    server.refuse(note("n1"), null);
    phone.client().outbox().retry(refused.id());
    phone.settle();

    assertThat(phone.text("n1")).isEqualTo("{\"a\":3,\"b\":9}");
    assertThat(clash.onServer()).isEqualTo("{\"a\":3,\"b\":9}");
  }

  @Test
  void refusedEdit_notRetriedWhileTheDecisionThatHoldsItIsUnderWay() {
    ConflictView conflict = clash();
    server.refuse(note("n1"), Rejections.schemaViolation(List.of()));
    phone.notes().put("n1", "{\"a\":3,\"b\":8}");
    phone.sync();
    server.refuse(note("n1"), null);
    OutboxItem refused = phone.client().outbox().parked().get(0);
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.wire.loseAnswer();
    phone.sync();

    assertThat(phone.client().outbox().retry(refused.id())).isFalse();
    phone.settle();
    assertThat(clash.onServer()).isEqualTo("{\"a\":3,\"b\":8}");
    assertThat(phone.client().outbox().count()).isZero();
  }
}
