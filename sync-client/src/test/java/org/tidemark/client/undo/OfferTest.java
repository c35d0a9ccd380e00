package org.tidemark.client.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tidemark.client.fixture.Keys.json;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.transport.TransportFailure;

/** Whether the way back to a snapshot goes over what others wrote. */
class OfferTest {

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

  /** The phone's older edit loses against the laptop's newer one. */
  private void override(String id) {
    phone.notes().put(id, "{\"a\":1}");
    phone.sync();
    laptop.sync();
    phone.notes().put(id, "{\"a\":2}");
    clock.pass(Duration.ofSeconds(1));
    laptop.notes().put(id, "{\"a\":3}");
    laptop.sync();
    phone.sync();
  }

  private List<Offer> offers() {
    return phone.client().undo().offers(null, 100);
  }

  @Test
  void whatOthersReplaced_goesOverTheirs_whileTheRecordShowsThat() {
    override("n1");
    override("n2");
    phone.client().undo().restore(offers().get(0).snapshot().id());

    assertThat(offers())
        .extracting(
            each -> each.snapshot().key().id().value(),
            each -> each.snapshot().reason(),
            Offer::overOthers)
        .containsExactly(
            tuple("n2", SnapshotReason.RESTORED, false),
            tuple("n2", SnapshotReason.SERVER_WINS, false),
            tuple("n1", SnapshotReason.SERVER_WINS, true));
  }

  @Test
  void whatIsDeletedSince_isNobodysToGoOver() {
    override("n1");
    phone.notes().delete("n1");

    assertThat(offers()).extracting(Offer::overOthers).containsExactly(false, false);
  }

  @Test
  void whatAPersonReplaced_isTheirOwn() {
    phone.notes().put("n1", "{\"a\":1}");
    RecordView old = phone.note("n1").orElseThrow();
    phone.notes().put("n1", "{\"a\":2}");
    phone.notes().edit(old, json("{\"a\":3}"));

    assertThat(offers())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.snapshot().reason()).isEqualTo(SnapshotReason.EDITED_OVER);
              assertThat(each.overOthers()).isFalse();
            });
  }

  @Test
  void whatTheRecordShows_isThePreviewedMerge() {
    override("n1");
    phone.client().undo().restore(offers().get(0).snapshot().id());
    clock.pass(Duration.ofSeconds(1));
    laptop.notes().put("n1", "{\"a\":4}");
    laptop.sync();
    phone.wire.loseRequest(new TransportFailure.NoAnswer("reset"));
    phone.sync();

    assertThat(phone.text("n1")).isEqualTo("{\"a\":2}");
    assertThat(phone.note("n1").orElseThrow().shown()).hasToString("{\"a\":4}");
    assertThat(offers()).extracting(Offer::overOthers).containsExactly(false, true);
  }

  @Test
  void offers_areTheNewestSnapshots_atMostAsManyAsAsked() {
    override("n1");
    override("n2");
    override("n3");
    List<Snapshot> recent = phone.client().undo().recent(2);

    assertThat(phone.client().undo().offers(null, 2)).extracting(Offer::snapshot).isEqualTo(recent);
    assertThat(phone.client().undo().offers(null, 2)).allMatch(Offer::overOthers);
  }

  @Test
  void offers_goOnBeforeASnapshot_alsoOneThatIsGone() {
    override("n1");
    override("n2");
    override("n3");
    List<Offer> all = offers();
    long last = all.get(0).snapshot().id();

    assertThat(all).hasSize(3).allMatch(Offer::overOthers);
    assertThat(phone.client().undo().offers(last, 1)).containsExactly(all.get(1));
    assertThat(phone.client().undo().offers(all.get(2).snapshot().id(), 1)).isEmpty();
    assertThat(phone.client().undo().offers(last + 100, 2)).isEqualTo(all.subList(0, 2));
  }
}
