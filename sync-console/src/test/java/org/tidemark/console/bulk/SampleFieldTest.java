package org.tidemark.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.console.difference.Difference;
import org.tidemark.core.json.Document;
import org.tidemark.server.bulk.boundary.BulkItem;
import org.tidemark.server.bulk.boundary.BulkSample;
import org.tidemark.server.bulk.boundary.ItemState;

class SampleFieldTest {
  private static final String BASE = "{\"amount\":100,\"city\":\"Bonn\"}";
  private static final String SERVER = "{\"amount\":120,\"city\":\"Ulm\"}";
  private static final String DEVICE = "{\"amount\":110,\"city\":\"Bonn\"}";

  private static List<SampleField> fields(
      @Nullable String before, @Nullable String after, @Nullable String device) {
    BulkItem item = new BulkItem(1, "c", "s", "invoice", "i", ItemState.FIT, null);
    return SampleField.of(
        new BulkSample(item, data(before), data(after), data(device), data(BASE)));
  }

  private static @Nullable Document data(@Nullable String json) {
    return json == null ? null : Document.ofCanonical(json);
  }

  @Test
  void of_serversSideKept_showsTheEditThatIsDropped_andNotWhatTheDeviceLeftAlone() {
    List<SampleField> fields = fields(SERVER, SERVER, DEVICE);
    assertThat(fields)
        .containsExactly(
            new SampleField(new Difference("/amount", "120", "120"), "110", true, false));
    assertThat(SampleField.anyChanged(fields)).isFalse();
    assertThat(SampleField.anyDropped(fields)).isTrue();
  }

  @Test
  void of_devicesSideKept_showsWhatChanges_andDropsNothing() {
    List<SampleField> fields = fields(SERVER, DEVICE, DEVICE);
    assertThat(fields)
        .containsExactly(
            new SampleField(new Difference("/amount", "120", "110"), "110", false, true),
            new SampleField(
                new Difference("/city", "\"Ulm\"", "\"Bonn\""), "\"Bonn\"", false, true));
    assertThat(SampleField.anyChanged(fields)).isTrue();
    assertThat(SampleField.overwritten(fields)).isEqualTo(2);
  }

  @Test
  void of_merge_showsBoth() {
    assertThat(fields(SERVER, "{\"amount\":130,\"city\":\"Ulm\"}", DEVICE))
        .containsExactly(
            new SampleField(new Difference("/amount", "120", "130"), "110", true, false));
  }

  @Test
  void of_whatOnlyTheDeviceHasChanged_overwritesNothing() {
    assertThat(fields(BASE, DEVICE, DEVICE)).noneMatch(SampleField::overwritten);
  }

  @Test
  void of_recordThatBothHaveMade_overwritesWhatTheServerHas_andNotWhatItNeverHad() {
    BulkItem item = new BulkItem(1, "c", "s", "invoice", "i", ItemState.FIT, null);
    Document device = data("{\"amount\":110,\"city\":\"Ulm\",\"note\":\"new\"}");
    List<SampleField> fields =
        SampleField.of(new BulkSample(item, data(SERVER), device, device, null));
    assertThat(fields).extracting(each -> each.change().path()).containsExactly("/amount", "/note");
    assertThat(fields).extracting(SampleField::overwritten).containsExactly(true, false);
  }

  @Test
  void of_deletionDropped_namesNoFieldAsDropped() {
    assertThat(fields(SERVER, SERVER, null)).isEmpty();
  }
}
