package org.tidemark.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
  @Test
  void from_nothingSet_hasDefaults() {
    ServerSettings settings = ServerSettings.from(Map.of());
    assertThat(settings.maxBatch()).isEqualTo(1000);
    assertThat(settings.maxDataBytes()).isEqualTo(1 << 20);
    assertThat(settings.receiptLife()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.tombstoneLife()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.closedTypes()).isFalse();
    assertThat(settings.policiesFile()).isNull();
  }

  @Test
  void from_valuesWithinBounds_takesThem() {
    ServerSettings settings =
        ServerSettings.from(
            Map.of("SYNC_MAX_BATCH", " 7 ", "SYNC_RECEIPT_LIFE", "PT3S", "SYNC_DEMO", "true"));
    assertThat(settings.maxBatch()).isEqualTo(7);
    assertThat(settings.receiptLife()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.demo()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC_MAX_BATCH,0",
    "SYNC_MAX_BATCH,10001",
    "SYNC_MAX_BATCH,many",
    "SYNC_MAX_DATA_BYTES,1",
    "SYNC_CLOCK_TOLERANCE,60",
    "SYNC_CLOCK_TOLERANCE,P2D",
    "SYNC_RECEIPT_LIFE,PT0S",
    "SYNC_TOMBSTONE_LIFE,-P1D",
    "SYNC_HISTORY_LIFE,P4000D",
    "SYNC_CLOSED_TYPES,yes"
  })
  void from_badValue_namesTheVariableAndTheValue(String key, String value) {
    assertThatThrownBy(() -> ServerSettings.from(Map.of(key, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(key)
        .hasMessageContaining('"' + value + '"');
  }
}
