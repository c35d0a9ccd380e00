package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;
import static org.tidemark.core.decide.Given.with;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.core.policy.FieldRule;

/** What explanations say in English: clients show it and servers store it, so it stays as it is. */
class ExplanationTest {

  static Stream<Arguments> said() {
    String task = "both sides changed the record, and the policy of task is ";
    return Stream.of(
        Arguments.of(push("{'a':1}"), "Row 4: the record never existed and the client creates it."),
        Arguments.of(
            push("{'a':1}").onto(state(2, 0, "{'a':2}")).baseVersion(3),
            "Row 8: the edit builds on version 3, but the server has only come to 2: it was restored"
                + " from a backup, and no time can decide."),
        Arguments.of(
            clash().policy(LWW).when(1),
            "Row 9/LAST_WRITE_WINS/newer: "
                + task
                + "LAST_WRITE_WINS: the client's change of 2026-03-01T12:00:00.001Z is newer than"
                + " the server's of 2026-03-01T12:00:00.000Z."),
        Arguments.of(
            clash().policy(LWW).when(0),
            "Row 9/LAST_WRITE_WINS/equal-time-other-data: "
                + task
                + "LAST_WRITE_WINS: the client's change of 2026-03-01T12:00:00.000Z is of the same"
                + " time as the server's."),
        Arguments.of(
            clash().policy(MANUAL),
            "Row 9/MANUAL/other-data: " + task + "MANUAL: a person must decide."),
        Arguments.of(
            clash().policy(with(with(MERGE, "/a", FieldRule.MANUAL), "/b", FieldRule.APPEND)),
            "Row 9/SERVER_MERGE/unsettled: "
                + task
                + "SERVER_MERGE: field /a is not settled: both sides changed it; field /b is not"
                + " settled: one side is not an array to merge."));
  }

  private static Given clash() {
    return push("{'a':1,'b':[1]}").onto(state(2, 0, "{'a':2,'b':2}")).baseVersion(1);
  }

  @ParameterizedTest
  @MethodSource("said")
  void explanation_ofAVerdict_printsAsItEverDid(Given given, String printed) {
    assertThat(given.verdict().why()).hasToString(printed);
  }

  @Test
  void movedOn_explanation_saysWhatARenewedConflictSays() {
    Given given = push("{'a':1}").onto(state(2, 0, "{'a':2}")).baseVersion(1).policy(MANUAL);
    Verdict.Conflicted found = (Verdict.Conflicted) given.verdict();
    Conflict renewed = Conflicts.renew(found.conflict(), given.input(), state(3, 0, "{'a':3}"));

    assertThat(found.why().movedOn(3)).hasToString(renewed.explanation());
    assertThat(renewed.explanation()).endsWith(" Since then the record came to version 3.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "9/SERVER_MERGE/unsettled", "5/DELETE"})
  void sentence_ofAPrintedOne_hasNoRow(String row) {
    String printed = Explanation.of(row, Reason.SAME_CONTENT).toString();
    assertThat(Explanation.sentence(printed)).isEqualTo("But both say the same.");
  }

  @Test
  void sentence_ofWordsWithoutARow_isTheWords() {
    assertThat(Explanation.sentence("the other way")).isEqualTo("the other way");
  }
}
