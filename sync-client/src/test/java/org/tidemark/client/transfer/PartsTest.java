package org.tidemark.client.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.client.transport.media.SentPart;

/** How files are cut, and what is missing of them. */
class PartsTest {

  @ParameterizedTest
  @CsvSource({"1, 10, 1, 1", "10, 10, 1, 10", "11, 10, 2, 1", "35, 10, 4, 5", "40, 10, 4, 10"})
  void cut_coversTheFileWithoutGapOrOverlap(long size, long partSize, int count, long last) {
    List<Part> parts = Parts.cut(size, partSize);
    assertThat(parts).hasSize(count);
    long end = 0;
    for (Part part : parts) {
      assertThat(part.number()).isEqualTo(parts.indexOf(part) + 1);
      assertThat(part.offset()).isEqualTo(end);
      end += part.sizeBytes();
    }
    assertThat(end).isEqualTo(size);
    assertThat(parts.get(count - 1).sizeBytes()).isEqualTo(last);
  }

  @Test
  void cut_intoNothingOrTooMany_isRefused() {
    assertThat(Parts.canCut(5L << 30, 8 << 20)).isTrue();
    assertThat(Parts.canCut(10_000, 1)).isTrue();
    assertThat(Parts.canCut(10_001, 1)).isFalse();
    assertThat(Parts.canCut(10, 0)).isFalse();
    assertThatThrownBy(() -> Parts.cut(10, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asReported_theServersWordCounts_inBothDirections() {
    List<Part> known = Parts.cut(35, 10);
    known.set(0, known.get(0).with("here only"));
    List<Part> now =
        Parts.asReported(
            known,
            List.of(
                new SentPart(2, 10, "there only"),
                new SentPart(4, 4, "too short"),
                new SentPart(9, 10, "of nothing")));

    assertThat(Parts.missing(now)).extracting(Part::number).containsExactly(1, 3, 4);
    assertThat(Parts.sentBytes(now)).isEqualTo(10);
    assertThat(now.get(1).etag()).isEqualTo("there only");
  }
}
