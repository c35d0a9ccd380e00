package org.tidemark.client.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.core.mutation.Rejections;

/** A long outbox is read page by page. */
class OutboxPagesTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;
  private Outbox outbox;

  @BeforeEach
  void edit(@TempDir Path folder) {
    phone = new Device("phone", server, clock, folder);
    outbox = phone.client().outbox();
    for (int i = 0; i < 5; i++) {
      phone.notes().put("n" + i, "{}");
    }
  }

  @AfterEach
  void close() {
    phone.close();
  }

  @Test
  void pending_goesOnBehindTheLastOne_andFromTheFirstWhenThatIsSettled() {
    List<OutboxItem> whole = outbox.pending();
    assertThat(outbox.pending(null, 2)).isEqualTo(whole.subList(0, 2));
    assertThat(outbox.pending(whole.get(1).id(), 2)).isEqualTo(whole.subList(2, 4));
    assertThat(outbox.pending(whole.get(4).id(), 2)).isEmpty();
    phone.sync();
    phone.notes().put("n9", "{}");

    assertThat(outbox.pending(whole.get(4).id(), 2)).isEqualTo(outbox.pending()).hasSize(1);
  }

  @Test
  void parked_isAListOfItsOwn() {
    for (int i = 0; i < 3; i++) {
      server.refuse(note("n" + i), Rejections.schemaViolation(List.of()));
    }
    phone.sync();
    phone.notes().put("n9", "{}");
    List<OutboxItem> whole = outbox.parked();

    assertThat(whole).hasSize(3);
    assertThat(outbox.parked(whole.get(0).id(), 1)).isEqualTo(whole.subList(1, 2));
    assertThat(outbox.pending(null, 9)).extracting(OutboxItem::key).containsExactly(note("n9"));
  }
}
