package org.tidemark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tidemark.client.settings.Sizes;

/** The size of the next batch. */
class BatchSizeTest {

  private final BatchSize size = new BatchSize(Sizes.USUAL, Duration.ofSeconds(2));

  @Test
  void answered_quickly_growsToTheLimit() {
    for (int expected : new int[] {200, 400, 800, 1_000, 1_000}) {
      size.answered(size.current(), Duration.ofMillis(500));
      assertThat(size.current()).isEqualTo(expected);
    }
  }

  @Test
  void answered_quicklyButNotFull_tellsNothing() {
    size.answered(3, Duration.ofMillis(1));
    assertThat(size.current()).isEqualTo(100);
  }

  @Test
  void answered_slowly_halves() {
    size.answered(100, Duration.ofSeconds(3));
    assertThat(size.current()).isEqualTo(50);
    size.answered(50, Duration.ofMillis(1_500));
    assertThat(size.current()).isEqualTo(50);
  }

  @Test
  void failed_halves_downToOne_andOneAloneTellsNothing() {
    size.failed(1);
    assertThat(size.current()).isEqualTo(100);
    for (int expected : new int[] {50, 25, 12, 6, 3, 1, 1}) {
      size.failed(size.current());
      assertThat(size.current()).isEqualTo(expected);
    }
  }
}
