package org.tidemark.server.overview.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-03-02T12:59:59Z, 2026-03-01T13:00:00Z",
    "DAY, 2026-03-02T13:00:00Z, 2026-03-01T14:00:00Z",
    "WEEK, 2026-03-08T12:00:00Z, 2026-03-01T18:00:00Z",
    "MONTH, 2026-03-31T00:00:00Z, 2026-03-02T00:00:00Z"
  })
  void firstStep_beginsSoThatTheLastOneHoldsNow(Span span, Instant now, Instant from) {
    assertThat(span.from(now)).isEqualTo(from);
    assertThat(from.plus(span.step().multipliedBy(span.steps()))).isAfter(now);
  }
}
