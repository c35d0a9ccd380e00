package org.tidemark.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** What waits for one page: folded, bounded, conflicts at the end of a sync. */
class StreamTest {

  private static final int MANY = 300;
  private static final long AT_ONCE = 1;

  private boolean syncing;
  private final Stream stream = new Stream(() -> syncing);

  @BeforeEach
  void begin() throws InterruptedException {
    assertThat(Objects.requireNonNull(stream.next(AT_ONCE)).topics()).contains(Topic.values());
  }

  private static RecordKey key(int number) {
    return new RecordKey(new SpaceId("demo"), new EntityType("note"), new RecordId("n" + number));
  }

  private void openMany() {
    for (int i = 0; i < MANY; i++) {
      stream.add(new ClientEvent.ConflictOpened(key(i), "c" + i), true);
    }
  }

  private Stream.Message told() throws InterruptedException {
    return Objects.requireNonNull(stream.next(AT_ONCE));
  }

  @Test
  void conflicts_whileASyncIsUnderWay_areToldOnceAtItsEnd_withTheirNumber() throws Exception {
    syncing = true;
    openMany();
    assertThat(told().conflicts()).isZero();
    openMany();
    assertThat(told().topics()).contains(Topic.CONFLICTS);
    assertThat(stream.next(AT_ONCE)).isNull();
    syncing = false;

    Stream.Message end = told();
    assertThat(end.conflicts()).isEqualTo(2 * MANY);
    assertThat(end.notices()).isEmpty();
    assertThat(stream.next(AT_ONCE)).isNull();
  }

  @Test
  void oneConflict_outsideOfASync_isToldAtOnce_byItsName() throws Exception {
    stream.add(new ClientEvent.ConflictOpened(key(7), "c7"), true);

    Stream.Message message = told();
    assertThat(message.conflicts()).isEqualTo(1);
    assertThat(Objects.requireNonNull(message.conflict()).conflictId()).isEqualTo("c7");
  }

  @Test
  void otherNotices_areTheFirstFew_andANumber() throws Exception {
    for (int i = 0; i < MANY; i++) {
      stream.add(new ClientEvent.SpaceGained(new SpaceId("s" + i)), true);
    }

    Stream.Message message = told();
    assertThat(message.notices()).hasSize(20);
    assertThat(message.moreNotices()).isEqualTo(MANY - 20);
  }
}
