package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.doc;
import static org.tidemark.core.decide.Given.object;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.policy.MergePolicy;

/** The dry run of a policy. */
class PolicyTrialTest {

  private static final BaseState BASE = new BaseState.Known(doc("{'n':1}"));

  private static Verdict trial(
      MergePolicy policy, BaseState base, @Nullable String server, @Nullable String client) {
    return PolicyTrial.decide(
        policy,
        base,
        server == null ? null : object(server),
        client == null ? null : object(client),
        at(10),
        at(20));
  }

  @Test
  void trial_serverMerge_merges() {
    Verdict verdict = trial(MERGE, BASE, "{'n':2}", "{'n':3}");

    assertThat(((Verdict.Merged) verdict).record().data()).isEqualTo(doc("{'n':4}"));
  }

  @Test
  void trial_twoCreations_haveTheEmptyBase() {
    Verdict verdict = trial(MERGE, BaseState.ABSENT, "{'n':2}", "{'n':3}");

    assertThat(Objects.requireNonNull(((Verdict.Merged) verdict).record().data()))
        .isEqualTo(doc("{'n':5}"));
  }

  @Test
  void trial_noBaseKnown_leavesSumsToAPerson() {
    assertThat(trial(MERGE, BaseState.UNKNOWN, "{'n':2}", "{'n':3}").status())
        .isEqualTo(SyncStatus.CONFLICT);
  }

  @Test
  void trial_otherPolicies_decideAsTheyWould() {
    assertThat(trial(LWW, BASE, "{'n':2}", "{'n':3}").status()).isEqualTo(SyncStatus.APPLIED);
    assertThat(trial(LWW, BASE, null, "{'n':3}").status()).isEqualTo(SyncStatus.APPLIED);
    assertThat(trial(MANUAL, BASE, "{'n':2}", "{'n':3}").status()).isEqualTo(SyncStatus.CONFLICT);
    assertThat(trial(MANUAL, BASE, "{'n':2}", null).status()).isEqualTo(SyncStatus.CONFLICT);
  }
}
