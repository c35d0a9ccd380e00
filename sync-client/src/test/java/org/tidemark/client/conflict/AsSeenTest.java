package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.replica.ConflictState;

/** A decision counts for what its person saw. */
class AsSeenTest {

  private Clash clash;
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    clash = new Clash(folder);
    phone = clash.phone;
    laptop = clash.laptop;
  }

  @AfterEach
  void close() {
    clash.close();
  }

  @Test
  void decisionOnWhatWasSeen_isTaken_whileNothingHasChanged() {
    ConflictView seen = clash.make();
    phone.sync();
    phone.restart();

    assertThat(phone.client().conflicts().resolve(seen, Choice.keepLocal()))
        .isInstanceOf(ResolveResult.Queued.class);
    assertThat(phone.client().conflicts().resolve(seen, Choice.keepLocal()))
        .isEqualTo(new ResolveResult.NotOpen(ConflictState.DECIDED));
  }

  @Test
  void decisionOnWhatWasSeen_afterAPullOfTheServersSide_doesNothing_andGivesTheNewSides() {
    ConflictView seen = clash.make();
    laptop.notes().put("n1", "{\"a\":4,\"b\":1}");
    laptop.sync();
    phone.sync();
    ResolveResult result = phone.client().conflicts().resolve(seen, Choice.keepLocal());

    ConflictView now = phone.onlyConflict();
    assertThat(result).isEqualTo(new ResolveResult.ChangedMeanwhile(now));
    assertThat(now.conflict().serverData()).hasToString("{\"a\":4,\"b\":1}");
    assertThat(now.revision()).isNotEqualTo(seen.revision());
    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.client().conflicts().resolve(now, Choice.keepLocal()))
        .isInstanceOf(ResolveResult.Queued.class);
    phone.sync();
    assertThat(clash.onServer()).isEqualTo("{\"a\":3,\"b\":7}");
  }

  @Test
  void decisionOnWhatWasSeen_afterAnEditHere_doesNothing() {
    ConflictView seen = clash.make();
    phone.notes().put("n1", "{\"a\":8,\"b\":7}");

    assertThat(phone.client().conflicts().resolve(seen.id(), seen.revision(), Choice.useServer()))
        .isInstanceOf(ResolveResult.ChangedMeanwhile.class);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":8,\"b\":7}");
  }

  @Test
  void decisionOnWhatWasSeen_afterADeletionOnTheServer_doesNothing() {
    ConflictView seen = clash.make();
    laptop.notes().delete("n1");
    laptop.sync();
    phone.sync();

    assertThat(phone.client().conflicts().resolve(seen, Choice.useServer()))
        .isInstanceOf(ResolveResult.ChangedMeanwhile.class);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":3,\"b\":7}");
  }
}
