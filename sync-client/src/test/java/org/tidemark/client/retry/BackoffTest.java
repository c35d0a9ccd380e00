package org.tidemark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.client.settings.RetrySettings;

/** The times between attempts. */
class BackoffTest {

  private static final RetrySettings USUAL = RetrySettings.USUAL;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 1000, 1300",
    "1, 2000, 2600",
    "2, 4000, 5200",
    "3, 8000, 10400",
    "4, 16000, 20800",
    "5, 32000, 41600",
    "6, 60000, 78000",
    "7, 60000, 78000",
    "30, 60000, 78000"
  })
  void delay_doublesUpToTheCap_plusAtMostThreeTenths(int attempt, long least, long most) {
    assertThat(Backoff.delay(USUAL, attempt, 0)).isEqualTo(Duration.ofMillis(least));
    assertThat(Backoff.delay(USUAL, attempt, 1)).isEqualTo(Duration.ofMillis(most));
  }

  @Test
  void delay_ofAThousandClientsThatFailTogether_spreadsOverTheWholeWindow() {
    long seed = 20260301;
    Random random = new Random(seed);
    TreeMap<Long, Integer> tenths = new TreeMap<>();
    for (int client = 0; client < 1_000; client++) {
      long late = Backoff.delay(USUAL, 3, random.nextDouble()).toMillis() - 8_000;
      tenths.merge(late / 240, 1, Integer::sum);
    }
    assertThat(tenths.keySet())
        .as("seed %d", seed)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(tenths.values())
        .as("seed %d", seed)
        .allMatch(clients -> clients > 60 && clients < 140);
  }

  @Test
  void delay_retryAfter_isObeyed_butNotForEver() {
    Duration ten = Duration.ofSeconds(10);
    assertThat(Backoff.delay(USUAL, 0, 0, ten)).isEqualTo(ten);
    assertThat(Backoff.delay(USUAL, 6, 0, ten)).isEqualTo(Duration.ofSeconds(60));
    assertThat(Backoff.delay(USUAL, 0, 0, Duration.ofDays(9))).isEqualTo(Backoff.LONGEST);
  }

  @Test
  void isDue_clockSetBack_doesNotWaitForYears() {
    assertThat(Backoff.isDue(null, NOW)).isTrue();
    assertThat(Backoff.isDue(NOW, NOW)).isTrue();
    assertThat(Backoff.isDue(NOW.plusMillis(1), NOW)).isFalse();
    assertThat(Backoff.isDue(NOW.plusSeconds(3_600), NOW)).isFalse();
    assertThat(Backoff.isDue(NOW.plus(Duration.ofDays(400)), NOW)).isTrue();
  }

  @Test
  void settings_outOfBounds_nameThemselves() {
    assertThatThrownBy(() -> new RetrySettings(Duration.ZERO, Duration.ofSeconds(1), 0.3, 8))
        .hasMessageContaining("retry.base");
    assertThatThrownBy(() -> new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 8))
        .hasMessageContaining("retry.jitter");
    assertThatThrownBy(() -> new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 0, 0))
        .hasMessageContaining("retry.attempts");
  }
}
