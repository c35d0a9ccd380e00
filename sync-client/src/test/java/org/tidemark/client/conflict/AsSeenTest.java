package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.EntityType;

/** A decision counts for what its person saw. */
class AsSeenTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    server.policy(MergePolicy.of(new EntityType("note"), MergeStrategy.MANUAL, Granularity.RECORD));
    phone = new Device("phone", server, clock, folder);
    laptop = new Device("laptop", server, clock, folder);
  }

  @AfterEach
  void close() {
    phone.close();
    laptop.close();
  }

  private String onServer() {
    return String.valueOf(Objects.requireNonNull(server.state(note("n1"))).data());
  }

  @Test
  void decisionOnWhatWasSeen_isTaken_whileNothingHasChanged() {
    ConflictView seen = Clash.of(phone, laptop);
    phone.sync();
    phone.restart();

    assertThat(phone.client().conflicts().resolve(seen, Choice.keepLocal()))
        .isInstanceOf(ResolveResult.Queued.class);
    assertThat(phone.client().conflicts().resolve(seen, Choice.keepLocal()))
        .isEqualTo(new ResolveResult.NotOpen(ConflictState.DECIDED));
  }

  @Test
  void decisionOnWhatWasSeen_afterAPullOfTheServersSide_doesNothing_andGivesTheNewSides() {
    ConflictView seen = Clash.of(phone, laptop);
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
    assertThat(onServer()).isEqualTo("{\"a\":3,\"b\":7}");
  }

  @Test
  void decisionOnWhatWasSeen_afterAnEditHere_doesNothing() {
    ConflictView seen = Clash.of(phone, laptop);
    phone.notes().put("n1", "{\"a\":8,\"b\":7}");

    assertThat(phone.client().conflicts().resolve(seen.id(), seen.revision(), Choice.useServer()))
        .isInstanceOf(ResolveResult.ChangedMeanwhile.class);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":8,\"b\":7}");
  }

  @Test
  void decisionOnWhatWasSeen_afterADeletionOnTheServer_doesNothing() {
    ConflictView seen = Clash.of(phone, laptop);
    laptop.notes().delete("n1");
    laptop.sync();
    phone.sync();

    assertThat(phone.client().conflicts().resolve(seen, Choice.useServer()))
        .isInstanceOf(ResolveResult.ChangedMeanwhile.class);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":3,\"b\":7}");
  }
}
