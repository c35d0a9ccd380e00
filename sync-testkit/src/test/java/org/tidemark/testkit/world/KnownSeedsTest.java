package org.tidemark.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.testkit.check.Check;

/**
 * Worlds that found a defect of the client, by what was wrong. A change of the world makes other
 * worlds of the same seeds; the defects themselves have unit tests.
 */
class KnownSeedsTest {

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({
    "dismissedDecision_whoseConflictWasClosedElsewhere_leavesTheRecordPending, 207",
    "dismissedDecision_whoseConflictWasClosedElsewhere_leavesTheRecordPending, 831",
    "dismissedDecision_whoseConflictWasClosedElsewhere_leavesTheRecordPending, 1002928",
    "dismissedDecision_whoseConflictWasClosedElsewhere_leavesTheRecordPending, 1003037",
    "dismissedDecision_whoseConflictWasClosedElsewhere_leavesTheRecordPending, 2001934",
    "editOfARecordThatWasFilteredAway_isTakenForACreation, 21157",
    "editOfARecordThatWasFilteredAway_isTakenForACreation, 30540",
    "editOfAPreviewOfWhatWasDeletedSince_countsTheServersSideTwice, 7000318",
    "fieldThatOnlyTheClientAdded_wasJudgedByTheRecordsTime, 12003664"
  })
  void world_isSound(String defect, long seed) {
    WorldResult result = new Simulation(Composition.SOUND, Check.all()).run(seed);
    assertThat(result.findings()).as("%s: %s", defect, result.story()).isEmpty();
  }
}
