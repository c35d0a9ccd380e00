package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.Uploads;

/** The list of uploads: by pages, of one record, and counted. */
class ListTest {

  private Fixture fixture;
  private Phone phone;
  private Uploads uploads;
  private List<String> ids;

  @BeforeEach
  void enqueue(@TempDir Path folder) {
    fixture = new Fixture(folder);
    phone = fixture.phone("phone", new UploadSettings(1, 20, 20, 30, 10));
    uploads = phone.client().uploads();
    phone.note("n1", "{}");
    phone.note("n2", "{}");
    ids =
        List.of(
            phone.enqueue("a", "n1"),
            phone.enqueue("bb", "n2"),
            phone.enqueue("ccc", "n1"),
            phone.enqueue("dddd", "n2"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static List<String> ids(List<UploadItem> items) {
    return items.stream().map(UploadItem::id).toList();
  }

  @Test
  void latest_goesFromTheNewestToTheOldest_byPages() {
    assertThat(ids(uploads.latest(null, 3))).containsExactly(ids.get(3), ids.get(2), ids.get(1));
    assertThat(ids(uploads.latest(ids.get(1), 3))).containsExactly(ids.get(0));
    assertThat(uploads.latest(ids.get(0), 3)).isEmpty();
    assertThat(ids(uploads.list())).isEqualTo(ids);
  }

  @Test
  void ofARecord_areItsOwnAlone() {
    UploadItem first = uploads.find(ids.get(0)).orElseThrow();
    assertThat(ids(uploads.of(first.record(), 9))).containsExactly(ids.get(2), ids.get(0));
    assertThat(ids(uploads.of(first.record(), 1))).containsExactly(ids.get(2));
  }

  @Test
  void counts_areOfWhatIsNotThereYet() {
    assertThat(uploads.count()).isEqualTo(4);
    uploads.pause(ids.get(0));
    uploads.cancel(ids.get(1));
    assertThat(uploads.count()).isEqualTo(3);
    assertThat(uploads.latest(null, 9)).hasSize(3);
    phone.upload();

    assertThat(uploads.count()).isEqualTo(1);
    assertThat(uploads.countParked()).isZero();
  }
}
