package org.tidemark.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3339 times as they are read and printed. */
class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00.000Z",
    "2026-01-31t12:00:00z, 2026-01-31T12:00:00.000Z",
    "2026-01-31T12:00:00.1Z, 2026-01-31T12:00:00.100Z",
    "2026-01-31T12:00:00.0019999Z, 2026-01-31T12:00:00.001Z",
    "2026-01-31T12:00:00.123456789+02:30, 2026-01-31T09:30:00.123Z",
    "2026-01-31T00:00:00-23:59, 2026-01-31T23:59:00.000Z",
    "2026-01-31T12:00:00-00:00, 2026-01-31T12:00:00.000Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00.000Z",
    "2000-02-29T00:00:00Z, 2000-02-29T00:00:00.000Z",
    "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
  })
  void parse_time_isCutToMilliseconds(String given, String expected) {
    Instant parsed = Timestamps.parse(given);

    assertThat(parsed).isNotNull().isEqualTo(Instant.parse(expected));
    assertThat(Timestamps.print(Instant.parse(expected))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T12:00:00",
        "2026-01-31T12:00Z",
        "2026-01-31 12:00:00Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00,5Z",
        "2026-01-31T12:00:00+0200",
        "2026-01-31T12:00:00+02",
        "2026-01-31T12:00:00+24:00",
        "2026-01-31T12:00:00+02:60",
        "2026-01-31T12:00:00Zx",
        "2026-01-31T12:00:00.5",
        "2026-01-31T24:00:00Z",
        "2026-01-31T12:60:00Z",
        "2026-01-31T12:00:60Z",
        "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "12026-01-31T12:00:00Z",
        "+026-01-31T12:00:00Z",
        "2026-01-31T-1:00:00Z",
        "\u0662026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.11111111111111111111111111111111111111111111111111Z"
      })
  void parse_otherTexts_isNoTime(String given) {
    assertThat(Timestamps.parse(given)).isNull();
  }

  @Test
  void parseAndPrint_anyInstant_agreeWithThePlatform() {
    long seed = 11;
    Random random = new Random(seed);
    long first = Timestamps.MIN.toEpochMilli();
    long range = Timestamps.MAX.toEpochMilli() - first;
    for (int i = 0; i < 20_000; i++) {
      Instant instant = Instant.ofEpochMilli(first + Math.floorMod(random.nextLong(), range));
      String text = Timestamps.print(instant);
      assertThat(Timestamps.parse(text)).as("seed %d, %s", seed, text).isEqualTo(instant);
      assertThat(OffsetDateTime.parse(text).toInstant()).as("seed %d", seed).isEqualTo(instant);
    }
  }

  @Test
  void print_outsideTheYears_isRefused() {
    assertThatThrownBy(() -> Timestamps.print(Timestamps.MAX.plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Timestamps.print(Timestamps.MIN.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cut_beforeTheEpoch_cutsDown() {
    assertThat(Timestamps.cut(Instant.parse("1969-12-31T23:59:59.9991Z")))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
  }
}
