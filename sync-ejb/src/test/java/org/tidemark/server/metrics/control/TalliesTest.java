package org.tidemark.server.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.core.chain.SyncStatus;

class TalliesTest {

  @Test
  void counts_areTakenOnce() {
    Tallies tallies = new Tallies();
    tallies.add(Tally.APPLIED, 2);
    tallies.add(Tally.APPLIED, 3);
    tallies.add(Tally.REPLAYED, 1);
    assertThat(tallies.take())
        .containsOnly(Map.entry(Tally.APPLIED, 5L), Map.entry(Tally.REPLAYED, 1L));
    assertThat(tallies.take()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SyncStatus.class)
  void eachVerdict_isCounted(SyncStatus status) {
    assertThat(Tally.of(status).name()).isEqualTo(status.name());
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, BEHIND_UNDER_A_MINUTE",
    "PT59.999S, BEHIND_UNDER_A_MINUTE",
    "PT1M, BEHIND_UNDER_AN_HOUR",
    "PT1H, BEHIND_UNDER_A_DAY",
    "PT24H, BEHIND_UNDER_A_WEEK",
    "P7D, BEHIND_LONGER"
  })
  void lag_isCountedByItsLength(Duration lag, Tally tally) {
    assertThat(Tally.behind(lag)).isEqualTo(tally);
  }
}
