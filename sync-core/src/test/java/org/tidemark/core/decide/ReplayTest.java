package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.core.decide.Given.ANA;
import static org.tidemark.core.decide.Given.BEN;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.doc;
import static org.tidemark.core.decide.Given.fieldStamped;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;
import static org.tidemark.core.decide.Given.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.OnDelete;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordState;

/** All small inputs: stored and run again, and decided without a base where none is asked for. */
class ReplayTest {

  private static final List<@Nullable String> DATA =
      Arrays.asList(null, "{}", "{'a':1,'t':'x'}", "{'a':2,'t':'y'}", "{'a':2,'l':[1]}");
  private static final List<MergePolicy> POLICIES =
      List.of(
          LWW,
          BY_FIELD,
          MERGE,
          MANUAL,
          with(MERGE, OnDelete.NEWEST),
          with(LWW, OnDelete.DELETE_WINS),
          with(with(MERGE, "/t", FieldRule.SERVER), OnDelete.EDIT_WINS));
  private static final List<BaseClaim> CLAIMS =
      List.of(
          BaseClaim.of(null),
          BaseClaim.of(1),
          BaseClaim.of(2),
          BaseClaim.of(3),
          new BaseClaim(new BaseRef.Version(2), false),
          new BaseClaim(new BaseRef.ClientData(new MutationId("earlier")), false));
  private static final List<BaseState> BASES =
      List.of(
          BaseState.UNKNOWN,
          BaseState.ABSENT,
          new BaseState.Known(doc("{'a':1,'t':''}")),
          new BaseState.Known(
              doc("{'a':2,'t':'x'}"), FieldTimes.uniform(at(-9)).stamp(Map.of("/t", at(-8)))));

  private static List<DecisionInput> all() {
    List<DecisionInput> inputs = new ArrayList<>();
    for (MergePolicy policy : POLICIES) {
      for (String client : DATA) {
        for (RecordState server : servers()) {
          for (BaseClaim claim : CLAIMS) {
            for (BaseState base : BASES) {
              for (long when = -1; when <= 1; when++) {
                inputs.add(
                    push(client)
                        .onto(server)
                        .claim(claim)
                        .base(base)
                        .policy(policy)
                        .when(when)
                        .input());
              }
            }
          }
        }
      }
    }
    return inputs;
  }

  private static List<@Nullable RecordState> servers() {
    List<@Nullable RecordState> servers = new ArrayList<>();
    servers.add(null);
    for (String data : DATA) {
      for (ClientId writer : List.of(ANA, BEN)) {
        servers.add(state(2, 0, data, writer));
      }
    }
    servers.add(fieldStamped(state(2, 0, "{'a':1,'t':'x'}"), "/a", -5));
    return servers;
  }

  @Test
  void everyConflict_storedAndRunAgain_getsTheSameVerdict() {
    int conflicts = 0;
    for (DecisionInput input : all()) {
      Verdict verdict = Decider.decide(input);
      if (verdict.status() == SyncStatus.CONFLICT) {
        String stored = input.toJson().canonicalText();
        DecisionInput again = DecisionInput.fromJson(JsonReader.readStored(stored));
        assertThat(again).isEqualTo(input);
        assertThat(Decider.decide(again)).isEqualTo(verdict);
        conflicts++;
      }
    }
    assertThat(conflicts).isGreaterThan(5000);
  }

  @Test
  void everyInput_whereNoBaseIsNeeded_getsTheSameVerdictFromAnyBase() {
    int free = 0;
    for (DecisionInput input : all()) {
      boolean needed =
          Decider.needsBase(
              input.mutation(), input.server(), input.claim(), input.policy(), input.effectiveAt());
      boolean restored = input.claim().equals(BaseClaim.of(3));
      if (!needed && !restored) {
        DecisionInput without =
            new DecisionInput(
                input.mutation(),
                input.server(),
                input.claim(),
                BaseState.UNKNOWN,
                input.policy(),
                input.effectiveAt(),
                input.effectiveFieldTimes(),
                input.receivedAt());
        assertThat(Decider.decide(without)).as("%s", input).isEqualTo(Decider.decide(input));
        free++;
      }
    }
    assertThat(free).isGreaterThan(5000);
  }

  @Test
  void everyVerdict_keepsTheRulesOfVersionsAndTimes() {
    for (DecisionInput input : all()) {
      RecordState server = input.server();
      Verdict verdict = Decider.decide(input);
      RecordState next =
          verdict.match(
              applied -> applied.record(),
              merged -> merged.record(),
              serverWins -> serverWins.record(),
              conflicted -> conflicted.record(),
              rejected -> null);
      if (server == null || next == null) {
        assertThat(next == null || next.version() == 1).isTrue();
        continue;
      }
      boolean changed =
          verdict.match(
              applied -> applied.changed(),
              merged -> merged.changed(),
              serverWins -> false,
              conflicted -> false,
              rejected -> false);
      assertThat(next.version()).isEqualTo(server.version() + (changed ? 1 : 0));
      assertThat(changed || next.equals(server)).as("%s gives %s", input, verdict).isTrue();
      assertThat(next.updatedAt()).isAfterOrEqualTo(server.updatedAt());
      if (verdict.status() == SyncStatus.MERGED && changed) {
        boolean later = input.effectiveAt().isAfter(server.updatedAt());
        assertThat(next.updatedAt()).isEqualTo(later ? input.effectiveAt() : server.updatedAt());
      }
    }
  }

  @Test
  void everyInput_withAllThatCanBeGiven_readsBack() {
    DecisionInput input =
        push("{'a':18446744073709551615,'b':[null,{'c':''}]}")
            .onto(fieldStamped(state(7, 5, "{'a':1.5}"), "/a", 4))
            .baseVersion(3)
            .claim(new BaseClaim(new BaseRef.Version(3), false))
            .base("{'a':null}")
            .sentBase("{}")
            .policy(with(MERGE, "/a", FieldRule.MAX))
            .fieldTime("/a", 3)
            .when(9)
            .input();

    assertThat(DecisionInput.fromJson(input.toJson())).isEqualTo(input);
  }

  @Test
  void fromJson_ofSomethingElse_isADefect() {
    assertThatThrownBy(() -> DecisionInput.fromJson(JsonObject.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
