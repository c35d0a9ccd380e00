package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;

/** Many conflicts are read page by page, also while they are decided. */
class ConflictPagesTest {

  private static final int MANY = 7;

  private Clash clash;
  private Conflicts conflicts;

  @BeforeEach
  void clash(@TempDir Path folder) {
    clash = new Clash(folder);
    conflicts = clash.phone.client().conflicts();
    putAll(clash.phone, 1);
    clash.laptop.sync();
    putAll(clash.laptop, 2);
    putAll(clash.phone, 3);
  }

  @AfterEach
  void close() {
    clash.close();
  }

  private static void putAll(Device device, int value) {
    for (int i = 0; i < MANY; i++) {
      device.notes().put("n" + i, "{\"a\":" + value + "}");
    }
    device.sync();
  }

  private List<ConflictView> pages(int size) {
    List<ConflictView> all = new ArrayList<>();
    List<ConflictView> page = conflicts.open(null, size);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(size);
      all.addAll(page);
      page = conflicts.open(page.get(page.size() - 1).id(), size);
    }
    return all;
  }

  @Test
  void pages_ofAnySize_areTheWholeList_eachOnce() {
    List<ConflictView> whole = conflicts.open();
    assertThat(whole).hasSize(MANY);
    for (int size = 1; size <= MANY + 1; size++) {
      assertThat(pages(size)).isEqualTo(whole);
    }
  }

  @Test
  void page_afterOneThatIsDecidedMeanwhile_goesOnBehindIt() {
    List<ConflictView> whole = conflicts.open();
    conflicts.resolve(whole.get(2), Choice.keepLocal());

    assertThat(conflicts.open(whole.get(2).id(), 2)).isEqualTo(whole.subList(3, 5));
    assertThat(conflicts.open("one that is forgotten", 1)).isEqualTo(whole.subList(0, 1));
  }

  @Test
  void ofARecord_isTheOneThatWaits_andNoneOnceItIsDecided() {
    ConflictView waiting = conflicts.of(note("n4")).orElseThrow();
    assertThat(waiting.key()).isEqualTo(note("n4"));
    conflicts.resolve(waiting, Choice.useServer());

    assertThat(conflicts.of(note("n4"))).isEmpty();
    assertThat(conflicts.of(note("none"))).isEmpty();
  }
}
