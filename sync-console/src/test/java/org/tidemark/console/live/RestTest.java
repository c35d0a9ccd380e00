package org.tidemark.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestTest {
  private final Rest rest = new Rest();

  @Test
  void nothingDoneYet_mayBeDoneAtOnce() {
    assertThat(rest.isOver(Long.MIN_VALUE)).isTrue();
  }

  @Test
  void workThatTookLong_isFollowedByTwentyTimesAsMuchRest() {
    rest.after(1_000, 1_500);
    assertThat(rest.isOver(1_500)).isFalse();
    assertThat(rest.isOver(11_499)).isFalse();
    assertThat(rest.isOver(11_500)).isTrue();
  }

  @Test
  void clockThatRunsOver_makesNoDifference() {
    rest.after(Long.MAX_VALUE - 10, Long.MAX_VALUE);
    assertThat(rest.isOver(Long.MIN_VALUE + 100)).isFalse();
    assertThat(rest.isOver(Long.MIN_VALUE + 200)).isTrue();
  }
}
