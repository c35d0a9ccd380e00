package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadPlanTest {
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "8388608,1", "8388609,2", "16777216,2", "5368709120,640"})
  void plan_partsOf8Mebibytes(long size, int parts) {
    UploadPlan plan = UploadPlan.of(size, 8 * MIB);
    assertThat(plan.parts()).isEqualTo(parts);
    assertThat(IntStream.rangeClosed(1, parts).mapToLong(plan::sizeOf).sum()).isEqualTo(size);
  }

  @Test
  void plan_ofHugeFile_growsPartsInsteadOfTheirNumber() {
    UploadPlan plan = UploadPlan.of(1L << 40, 8 * MIB);
    assertThat(plan.parts()).isLessThanOrEqualTo(UploadPlan.MOST_PARTS);
    assertThat(plan.partSizeBytes() % MIB).isZero();
  }

  @Test
  void sizeOf_partThatIsNone_isRefused() {
    UploadPlan plan = UploadPlan.of(10, 4);
    for (int number : new int[] {0, -1, 4}) {
      assertThat(plan.has(number)).isFalse();
      assertThatThrownBy(() -> plan.sizeOf(number)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static final UploadPlan TWO = UploadPlan.of(6, 4);
  private static final List<ReceivedPart> BOTH =
      List.of(new ReceivedPart(1, 4, "a"), new ReceivedPart(2, 2, "b"));

  @Test
  void check_allThere_isWhole() {
    assertThat(PartCheck.problems(TWO, BOTH, List.of())).isEmpty();
    assertThat(
            PartCheck.problems(
                TWO, BOTH, List.of(new NamedPart(2, "\"b\""), new NamedPart(1, "W/\"a\""))))
        .isEmpty();
  }

  @Test
  void check_joinedParts_haveForgottenTheirEtags() {
    List<ReceivedPart> joined = List.of(ReceivedPart.joined(1, 4), ReceivedPart.joined(2, 2));
    assertThat(
            PartCheck.problems(TWO, joined, List.of(new NamedPart(1, "a"), new NamedPart(2, "b"))))
        .isEmpty();
  }

  @Test
  void check_missingOrOfOtherSize_isNamed() {
    assertThat(PartCheck.problems(TWO, List.of(new ReceivedPart(2, 3, "b")), List.of()))
        .extracting("message")
        .containsExactly("part 1 was not received", "part 2 has another size");
  }

  @ParameterizedTest
  @CsvSource({
    "1,b,2,a,/parts/0/etag",
    "1,a,1,a,/parts/1/number",
    "1,a,3,b,/parts/1/number",
    "1,a,2,x,/parts/1/etag"
  })
  void check_namedWrongly_isFound(int n1, String e1, int n2, String e2, String path) {
    assertThat(PartCheck.problems(TWO, BOTH, List.of(new NamedPart(n1, e1), new NamedPart(n2, e2))))
        .extracting("path")
        .contains(path);
  }

  @Test
  void check_notAllNamed_isFound() {
    assertThat(PartCheck.problems(TWO, BOTH, List.of(new NamedPart(1, "a"))))
        .extracting("message")
        .containsExactly("names 1 of 2 parts");
  }

  @Test
  void check_ofManyMissing_namesTwentyAtMost() {
    assertThat(PartCheck.problems(UploadPlan.of(1_000, 1), List.of(), List.of())).hasSize(20);
  }
}
