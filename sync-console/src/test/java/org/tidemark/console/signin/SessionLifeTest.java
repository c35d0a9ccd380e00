package org.tidemark.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionLifeTest {
  private static final String KEY = "SYNC_CONSOLE_SESSION_LIFE";
  private static final Instant SIGNED_IN = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void notSet_isTwelveHours() {
    SessionLife life = new SessionLife(Map.of());

    assertThat(life.isOver(SIGNED_IN, Instant.parse("2026-03-01T19:59:59.999Z"))).isFalse();
    assertThat(life.isOver(SIGNED_IN, Instant.parse("2026-03-01T20:00:00Z"))).isTrue();
  }

  @Test
  void set_isAsLong() {
    SessionLife life = new SessionLife(Map.of(KEY, "PT1H"));

    assertThat(life.isOver(SIGNED_IN, SIGNED_IN.plus(Duration.ofMinutes(59)))).isFalse();
    assertThat(life.isOver(SIGNED_IN, SIGNED_IN.plus(Duration.ofMinutes(60)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "P31D", "soon"})
  void unusable_namesItself(String value) {
    assertThatThrownBy(() -> new SessionLife(Map.of(KEY, value))).hasMessageContaining(KEY);
  }
}
