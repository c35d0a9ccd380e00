package org.tidemark.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.core.decide.Given.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tidemark.core.record.Timestamps;

/** The correction of clients' clocks. */
class EffectiveTimesTest {

  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Instant RECEIVED = at(0);

  private static EffectiveTimes times(long clientTime, long... raw) {
    return EffectiveTimes.of(RECEIVED, at(clientTime), MINUTE, instants(raw));
  }

  private static List<Instant> instants(long... millis) {
    List<Instant> instants = new ArrayList<>();
    for (long each : millis) {
      instants.add(at(each));
    }
    return instants;
  }

  @Test
  void at_errorWithinTolerance_isNotCorrected() {
    assertThat(times(-60_000, -70_000).at(at(-70_000))).isEqualTo(at(-70_000));
    assertThat(times(60_000, -70_000).at(at(-70_000))).isEqualTo(at(-70_000));
    assertThat(times(60_000, -70_000).offset()).isZero();
  }

  @Test
  void at_clockSlowBeyondTolerance_isAdded() {
    EffectiveTimes times = times(-60_001, -70_000);

    assertThat(times.offset()).isEqualTo(Duration.ofMillis(60_001));
    assertThat(times.at(at(-70_000))).isEqualTo(at(-9_999));
  }

  @Test
  void at_clockFastBeyondTolerance_isTakenOff() {
    assertThat(times(3_600_000, 3_590_000).at(at(3_590_000))).isEqualTo(at(-10_000));
  }

  @Test
  void at_withoutClientTime_isNotCorrectedButClamped() {
    EffectiveTimes times = EffectiveTimes.of(RECEIVED, null, MINUTE, instants(-5, 5));

    assertThat(times.at(at(-5))).isEqualTo(at(-5));
    assertThat(times.at(at(5))).isEqualTo(RECEIVED);
  }

  @Test
  void at_laterThanReceived_isTheReceiveTime() {
    assertThat(times(0, 1).at(at(1))).isEqualTo(RECEIVED);
    assertThat(times(0, 10_000_000).at(at(10_000_000))).isEqualTo(RECEIVED);
  }

  @Test
  void at_severalLaterThanReceived_areOneMillisecondApartInTheirOrder() {
    EffectiveTimes times = times(0, 30_000, 10_000, 20_000, -1, -100);

    assertThat(times.at(at(30_000))).isEqualTo(at(0));
    assertThat(times.at(at(20_000))).isEqualTo(at(-1));
    assertThat(times.at(at(10_000))).isEqualTo(at(-2));
    assertThat(times.at(at(-1))).isEqualTo(at(-3));
    assertThat(times.at(at(-100))).isEqualTo(at(-100));
  }

  @Test
  void at_equalRawTimes_stayEqual() {
    EffectiveTimes times = times(0, 5, 5);

    assertThat(times.at(at(5))).isEqualTo(at(0));
  }

  @Test
  void at_rawTimes_areCutToMilliseconds() {
    Instant raw = at(-5).plusNanos(999_999);
    EffectiveTimes times = EffectiveTimes.of(RECEIVED.plusNanos(10), null, MINUTE, List.of(raw));

    assertThat(times.at(raw)).isEqualTo(at(-5));
  }

  @Test
  void at_correctedBeforeTheFirstYear_isTheFirstInstant() {
    EffectiveTimes times =
        EffectiveTimes.of(RECEIVED, Timestamps.MAX, MINUTE, List.of(Timestamps.MIN));

    assertThat(times.at(Timestamps.MIN)).isEqualTo(Timestamps.MIN);
  }

  @Test
  void at_timeThatWasNotGiven_isADefect() {
    EffectiveTimes times = times(0, 5);
    assertThatThrownBy(() -> times.at(at(6))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void at_anyBatch_keepsOrderAndNeverPassesTheReceiveTime() {
    long seed = 99;
    Random random = new Random(seed);
    for (int run = 0; run < 2000; run++) {
      TreeSet<Instant> raw = new TreeSet<>();
      for (int i = random.nextInt(12) + 1; i > 0; i--) {
        raw.add(at(random.nextInt(40) - 20));
      }
      Instant clientTime = at(random.nextInt(400_000) - 200_000L);
      List<Instant> shuffled = new ArrayList<>(raw);
      Collections.shuffle(shuffled, random);
      EffectiveTimes times = EffectiveTimes.of(RECEIVED, clientTime, MINUTE, shuffled);
      Instant before = null;
      for (Instant each : raw) {
        Instant time = times.at(each);
        assertThat(time).as("seed %d, run %d", seed, run).isBeforeOrEqualTo(RECEIVED);
        if (before != null) {
          assertThat(time).as("seed %d, run %d", seed, run).isAfter(before);
        }
        before = time;
      }
    }
  }
}
