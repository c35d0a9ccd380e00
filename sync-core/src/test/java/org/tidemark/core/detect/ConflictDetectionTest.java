package org.tidemark.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.ANA;
import static org.tidemark.core.decide.Given.BEN;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.doc;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.record.ClientId;

/** The mission's four rules, by name and against a second oracle over all small states. */
class ConflictDetectionTest {

  private static final List<Long> TIMES = List.of(0L, 1L, 2L);
  private static final List<@Nullable Integer> VERSIONS = Arrays.asList(null, 1, 2, 3);
  private static final List<@Nullable String> DATA =
      Arrays.asList(null, "{}", "{'a':1}", "{'a':null}", "{'b':1}");

  private static Side side(long time, @Nullable Integer version, @Nullable String data) {
    return new Side(at(time), version, data == null ? null : doc(data));
  }

  @Test
  void detect_serverNewer_serverWins() {
    assertThat(ConflictDetection.detect(side(1, 1, "{'a':1}"), side(2, 2, "{'a':2}")))
        .isEqualTo(Detection.SERVER_NEWER);
  }

  @Test
  void detect_localNewer_localWins() {
    assertThat(ConflictDetection.detect(side(2, 1, "{'a':1}"), side(1, 2, "{'a':2}")))
        .isEqualTo(Detection.LOCAL_NEWER);
  }

  @Test
  void detect_equalTimeOtherData_isATimestampConflict() {
    assertThat(ConflictDetection.detect(side(1, 2, "{'a':1}"), side(1, 2, "{'a':2}")))
        .isEqualTo(Detection.TIMESTAMP_CONFLICT);
  }

  @Test
  void detect_otherVersionOfTheSame_isAVersionConflict() {
    assertThat(ConflictDetection.detect(side(1, 1, "{'a':1}"), side(1, 2, "{'a':1}")))
        .isEqualTo(Detection.VERSION_CONFLICT);
  }

  @Test
  void detect_theSame_isNoConflict() {
    assertThat(ConflictDetection.detect(side(1, 2, "{'a':1}"), side(1, 2, "{'a':1.0}")))
        .isEqualTo(Detection.NONE);
  }

  @Test
  void detect_oneMillisecondApart_isNoConflict() {
    assertThat(ConflictDetection.detect(side(1, 1, "{'a':1}"), side(0, 2, "{'a':2}")))
        .isEqualTo(Detection.LOCAL_NEWER);
  }

  @Test
  void detect_allSmallStates_agreesWithTheMission() {
    int compared = 0;
    for (long localTime : TIMES) {
      for (long serverTime : TIMES) {
        for (Integer localVersion : VERSIONS) {
          for (Integer serverVersion : VERSIONS) {
            for (String local : DATA) {
              for (String server : DATA) {
                Detection detected =
                    ConflictDetection.detect(
                        side(localTime, localVersion, local),
                        side(serverTime, serverVersion, server));
                assertThat(named(detected))
                    .isEqualTo(
                        MissionOracle.detectConflict(
                            copy(localTime, localVersion, local),
                            copy(serverTime, serverVersion, server)));
                compared++;
              }
            }
          }
        }
      }
    }
    assertThat(compared).isEqualTo(3 * 3 * 4 * 4 * 5 * 5);
  }

  /** The whole decider, wherever last-write-wins has to look at diverged states at all. */
  @Test
  void decide_allSmallDivergedStates_agreesWithTheMission() {
    int compared = 0;
    for (long localTime : TIMES) {
      for (long serverTime : TIMES) {
        for (Integer baseVersion : VERSIONS) {
          for (int serverVersion = 1; serverVersion <= 3; serverVersion++) {
            for (String local : DATA) {
              for (String server : DATA) {
                for (ClientId writer : List.of(ANA, BEN)) {
                  boolean equal = String.valueOf(local).equals(String.valueOf(server));
                  boolean successor = baseVersion != null && baseVersion == serverVersion;
                  boolean repeat = equal && (writer.equals(ANA) || baseVersion == null);
                  boolean restored = baseVersion != null && baseVersion > serverVersion;
                  if (successor || repeat || restored) {
                    continue;
                  }
                  Verdict verdict =
                      push(local)
                          .when(localTime)
                          .baseVersion(baseVersion)
                          .onto(state(serverVersion, serverTime, server, writer))
                          .verdict();
                  assertThat(named(verdict))
                      .isEqualTo(
                          MissionOracle.detectConflict(
                              copy(localTime, baseVersion, local),
                              copy(serverTime, serverVersion, server)));
                  compared++;
                }
              }
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(2000);
  }

  private static MissionOracle.Copy copy(
      long time, @Nullable Integer version, @Nullable String data) {
    return new MissionOracle.Copy(time, version, String.valueOf(data));
  }

  private static MissionOracle.Answer named(Detection detection) {
    return switch (detection) {
      case SERVER_NEWER -> MissionOracle.Answer.SERVER_WINS;
      case LOCAL_NEWER -> MissionOracle.Answer.LOCAL_WINS;
      case TIMESTAMP_CONFLICT -> MissionOracle.Answer.CONFLICT_OF_TIMESTAMP;
      case VERSION_CONFLICT -> MissionOracle.Answer.CONFLICT_OF_VERSION;
      case NONE -> MissionOracle.Answer.NO_CONFLICT;
    };
  }

  private static MissionOracle.Answer named(Verdict verdict) {
    return verdict.match(
        applied -> {
          assertThat(applied.changed()).isTrue();
          return MissionOracle.Answer.LOCAL_WINS;
        },
        merged -> {
          throw new AssertionError("last write wins by record never merges");
        },
        serverWins -> MissionOracle.Answer.SERVER_WINS,
        conflicted ->
            conflicted.conflict().type() == ConflictType.TIMESTAMP
                ? MissionOracle.Answer.CONFLICT_OF_TIMESTAMP
                : MissionOracle.Answer.CONFLICT_OF_VERSION,
        rejected -> {
          throw new AssertionError("a record that exists is never unknown");
        });
  }
}
