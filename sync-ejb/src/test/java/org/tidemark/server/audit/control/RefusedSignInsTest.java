package org.tidemark.server.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.server.identity.Caller;

class RefusedSignInsTest {
  private Instant now = Instant.parse("2026-01-31T00:00:00Z");
  private final RefusedSignIns refusals = new RefusedSignIns(() -> now);

  @Test
  void refusals_ofAnHour_areNotedUpToABound_andAfterItAgain() {
    assertThat(noted()).isEqualTo(RefusedSignIns.MOST);
    now = now.plus(Duration.ofHours(1));
    assertThat(noted()).isZero();
    now = now.plusSeconds(1);
    assertThat(noted()).isEqualTo(RefusedSignIns.MOST);
  }

  private long noted() {
    return IntStream.range(0, RefusedSignIns.MOST * 2).filter(i -> refusals.isToBeNoted()).count();
  }

  @ParameterizedTest
  @CsvSource({"admin,admin", "' eve ',eve", "'',?", "' ',?", "'a\0b',a\uFFFDb"})
  void name_thatWasTyped_isFitForTheTrail(String typed, String named) {
    assertThat(RefusedSignIns.named(typed)).isEqualTo(named);
  }

  @Test
  void name_thatIsTooLong_isCut_andTearsNoCharacter() {
    String name = RefusedSignIns.named("x" + "\uD83D\uDE00".repeat(500));
    assertThat(name.codePointCount(0, name.length())).isEqualTo(120);
    assertThat(name).endsWith("\uD83D\uDE00");
    assertThat(new Caller(name, java.util.Set.of(), "c").user()).isEqualTo(name);
  }
}
