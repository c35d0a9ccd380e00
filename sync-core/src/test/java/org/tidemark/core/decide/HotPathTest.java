package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.core.decide.Given.BEN;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.push;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.RecordState;

/** What most pushes are must not cost the parsing of what the server holds. */
class HotPathTest {

  private static final RecordState UNREADABLE =
      RecordState.live(2, at(0), Document.ofCanonical("not to be parsed"), BEN);

  @Test
  void decide_successor_doesNotParseTheServersDocument() {
    for (MergePolicy policy : List.of(LWW, MANUAL)) {
      Given given = push("{'a':1}").onto(UNREADABLE).baseVersion(2).policy(policy).when(1);
      assertThat(given.verdict().status()).isEqualTo(SyncStatus.APPLIED);
    }
  }

  @Test
  void decide_divergedByTime_doesNotParseTheServersDocument() {
    Given given = push("{'a':1}").onto(UNREADABLE).baseVersion(1);

    assertThat(given.when(1).verdict().status()).isEqualTo(SyncStatus.APPLIED);
    assertThat(given.when(-1).verdict().status()).isEqualTo(SyncStatus.SERVER_WINS);
  }

  @Test
  void decide_successorWithFieldTimes_mustParseIt() {
    for (MergePolicy policy : List.of(BY_FIELD, MERGE)) {
      Given given = push("{'a':1}").onto(UNREADABLE).baseVersion(2).policy(policy).when(1);
      assertThatThrownBy(given::verdict).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void needsBase_successorCreationOrVerdictByTime_isFalse() {
    for (Given given :
        List.of(
            push("{'a':1}"),
            push("{'a':1}").onto(UNREADABLE),
            push("{'a':1}").onto(UNREADABLE).baseVersion(2).policy(MERGE),
            push("{'a':1}").onto(UNREADABLE).baseVersion(1).when(1),
            push("{'a':1}").onto(UNREADABLE).baseVersion(1).when(-1))) {
      assertThat(needsBase(given)).isFalse();
    }
  }

  @Test
  void needsBase_mergeOrConflict_isTrue() {
    for (Given given :
        List.of(
            push("{'a':1}").onto(UNREADABLE).baseVersion(1).policy(MERGE).when(1),
            push("{'a':1}").onto(UNREADABLE).baseVersion(1).policy(BY_FIELD).when(1),
            push("{'a':1}").onto(UNREADABLE).baseVersion(1).policy(MANUAL).when(1),
            push("{'a':1}").onto(UNREADABLE).baseVersion(1).when(0))) {
      assertThat(needsBase(given)).isTrue();
    }
  }

  private static boolean needsBase(Given given) {
    DecisionInput input = given.input();
    return Decider.needsBase(
        input.mutation(), input.server(), input.claim(), input.policy(), input.effectiveAt());
  }
}
