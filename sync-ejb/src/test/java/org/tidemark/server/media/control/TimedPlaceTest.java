package org.tidemark.server.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.server.failure.SyncException;

class TimedPlaceTest {

  @Test
  void place_comesBackToTheMicrosecond() {
    TimedPlace place = new TimedPlace(Instant.parse("2026-03-01T12:00:00.123456Z"), "abc");
    assertThat(TimedPlace.parse(place.text())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-03-01T12:00:00Z", "yesterday abc", "2026-03-01T12:00:00Z a\0b"})
  void text_thatIsNone_isRefused(String plain) {
    String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> TimedPlace.parse(text)).isInstanceOf(SyncException.class);
    assertThatThrownBy(() -> TimedPlace.parse("%")).isInstanceOf(SyncException.class);
  }
}
