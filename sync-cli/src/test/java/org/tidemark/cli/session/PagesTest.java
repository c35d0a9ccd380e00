package org.tidemark.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lists, page after page. */
class PagesTest {

  private final List<Integer> asked = new ArrayList<>();

  private List<Integer> page(int all, @Nullable Integer after, int limit) {
    asked.add(limit);
    int from = after == null ? 0 : after + 1;
    return IntStream.range(from, Math.min(all, from + limit)).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 199, 200, 201, 400, 1_001})
  void all_isEachOnce_inOrder(int many) {
    assertThat(Pages.<Integer>all((after, limit) -> page(many, after, limit)))
        .isEqualTo(IntStream.range(0, many).boxed().toList());
    assertThat(asked).hasSizeLessThanOrEqualTo(many / 200 + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void aFew_askForOnePageAlone(int few) {
    assertThat(Pages.<Integer>all((after, limit) -> page(10_000, after, limit)).limit(few))
        .hasSize(few);
    assertThat(asked).hasSize(1);
  }
}
