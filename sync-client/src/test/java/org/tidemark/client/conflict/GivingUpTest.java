package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.undo.Snapshot;

/** A conflict in a lost space is given up, and names what is kept of it. */
class GivingUpTest {

  private Clash clash;
  private Device phone;

  @BeforeEach
  void open(@TempDir Path folder) {
    clash = new Clash(folder);
    phone = clash.phone;
  }

  @AfterEach
  void close() {
    clash.close();
  }

  private void loseTheSpace() {
    clash.server.space(Device.SPACE, null);
    phone.sync();
  }

  private ResolveResult dismiss(ConflictView conflict) {
    return phone.client().conflicts().dismiss(conflict.id());
  }

  @Test
  void inALostSpace_namesTheSnapshotOfTheLocalSide() {
    ConflictView conflict = clash.make();
    loseTheSpace();
    ResolveResult result = dismiss(conflict);

    Snapshot kept = phone.client().undo().latest(note("n1")).orElseThrow();
    assertThat(result).isEqualTo(new ResolveResult.Dismissed(OptionalLong.of(kept.id())));
    assertThat(kept.data()).hasToString("{\"a\":3,\"b\":7}");
    assertThat(kept.reason()).isEqualTo(SnapshotReason.SPACE_LOST);
    assertThat(phone.client().conflicts().count()).isZero();
    assertThat(phone.note("n1")).isEmpty();
  }

  @Test
  void ofADeletion_namesNoSnapshot_sinceNothingGoes() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    clash.laptop.sync();
    clash.laptop.notes().put("n1", "{\"a\":2}");
    clash.laptop.sync();
    phone.notes().delete("n1");
    phone.sync();
    ConflictView conflict = phone.onlyConflict();
    loseTheSpace();

    assertThat(dismiss(conflict)).isEqualTo(new ResolveResult.Dismissed(OptionalLong.empty()));
  }

  @Test
  void whileAnEditWaits_namesNoSnapshot_sinceTheRecordStays() {
    ConflictView conflict = clash.make();
    phone.notes().put("n1", "{\"a\":5}");
    loseTheSpace();

    assertThat(dismiss(conflict)).isEqualTo(new ResolveResult.Dismissed(OptionalLong.empty()));
    assertThat(phone.text("n1")).isEqualTo("{\"a\":5}");
    assertThat(phone.client().outbox().parked()).hasSize(1);
  }

  @Test
  void inASpaceThatIsThere_doesNothing() {
    ConflictView conflict = clash.make();

    assertThat(dismiss(conflict)).isEqualTo(new ResolveResult.Decidable());
    assertThat(phone.onlyConflict()).isEqualTo(conflict);
    assertThat(phone.client().undo().list(note("n1"))).isEmpty();
  }

  @Test
  void ofOneThatIsClosed_orUnknown_isToldAsThat() {
    ConflictView conflict = clash.make();
    loseTheSpace();
    dismiss(conflict);

    assertThat(dismiss(conflict)).isEqualTo(new ResolveResult.NotOpen(ConflictState.DISMISSED));
    assertThat(phone.client().conflicts().dismiss("nonsense"))
        .isEqualTo(new ResolveResult.Unknown());
  }
}
