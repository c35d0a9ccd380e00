package org.tidemark.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.BEN;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.delete;
import static org.tidemark.core.decide.Given.doc;
import static org.tidemark.core.decide.Given.object;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;
import static org.tidemark.core.decide.Given.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.decide.Given;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.RandomJson;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.RecordState;

/** What a person's choice writes. */
class ResolverTest {

  private static final RecordState CURRENT = state(3, 100, "{'a':2,'b':0}");

  private static Given invoice() {
    return push("{'a':1,'b':0}").onto(CURRENT).baseVersion(1).base("{'a':0,'b':0}").policy(MANUAL);
  }

  private static Conflict conflict(DecisionInput input) {
    if (Decider.decide(input) instanceof Verdict.Conflicted conflicted) {
      return conflicted.conflict();
    }
    throw new AssertionError("no conflict");
  }

  private static ResolveOutcome resolve(
      Given given, Resolution how, @Nullable JsonObject data, int seen, RecordState current) {
    DecisionInput input = given.input();
    ResolveRequest request = new ResolveRequest(how, data, seen);
    return Resolver.resolve(request, conflict(input), input, current, BEN, at(500));
  }

  @Test
  void keepClient_writesTheClientsData() {
    assertThat(resolve(invoice(), Resolution.KEEP_CLIENT, null, 3, CURRENT))
        .isEqualTo(new ResolveOutcome.Written(state(4, 500, "{'a':1,'b':0}")));
  }

  @Test
  void keepClient_ofADeletion_writesATombstone() {
    Given deletion = delete().onto(CURRENT).baseVersion(1).base("{}").policy(MERGE);

    assertThat(resolve(deletion, Resolution.KEEP_CLIENT, null, 3, CURRENT))
        .isEqualTo(new ResolveOutcome.Written(state(4, 500, null)));
  }

  @Test
  void keepClient_onATombstone_bringsTheRecordBack() {
    RecordState tombstone = state(3, 100, null);
    Given edit = push("{'a':1}").onto(tombstone).baseVersion(1).base("{}").policy(MERGE);

    assertThat(resolve(edit, Resolution.KEEP_CLIENT, null, 3, tombstone))
        .isEqualTo(new ResolveOutcome.Written(state(4, 500, "{'a':1}")));
  }

  @Test
  void useServer_writesNothing() {
    assertThat(resolve(invoice(), Resolution.USE_SERVER, null, 3, CURRENT))
        .isEqualTo(new ResolveOutcome.Closed());
  }

  @Test
  void merge_writesTheGivenData() {
    assertThat(resolve(invoice(), Resolution.MERGE, object("{'a':9}"), 3, CURRENT))
        .isEqualTo(new ResolveOutcome.Written(state(4, 500, "{'a':9}")));
  }

  @Test
  void merge_withoutData_isRefused() {
    assertThat(resolve(invoice(), Resolution.MERGE, null, 3, CURRENT))
        .isInstanceOfSatisfying(
            ResolveOutcome.Rejected.class,
            refused -> assertThat(refused.rejection().fields().get(0).path()).isEqualTo("/data"));
  }

  @Test
  void useServer_withData_isRefused() {
    assertThat(resolve(invoice(), Resolution.USE_SERVER, object("{}"), 3, CURRENT))
        .isInstanceOf(ResolveOutcome.Rejected.class);
    assertThat(resolve(invoice(), Resolution.KEEP_CLIENT, object("{}"), 3, CURRENT))
        .isInstanceOf(ResolveOutcome.Rejected.class);
  }

  @Test
  void anyResolution_ofAnEarlierVersion_writesNothingAndRenewsTheConflict() {
    RecordState moved = state(4, 300, "{'a':2,'b':7}");
    for (Resolution how : Resolution.values()) {
      JsonObject data = how == Resolution.MERGE ? object("{}") : null;
      assertThat(resolve(invoice().when(400), how, data, 3, moved))
          .isInstanceOfSatisfying(
              ResolveOutcome.MovedOn.class,
              movedOn -> {
                Conflict fresh = movedOn.fresh();
                assertThat(fresh.serverVersion()).isEqualTo(4);
                assertThat(fresh.serverData()).isEqualTo(moved.data());
                assertThat(fresh.baseData()).isEqualTo(doc("{'a':0,'b':0}"));
                assertThat(fresh.suggested()).isEqualTo(doc("{'a':1,'b':7}"));
                assertThat(fresh.fields())
                    .extracting(FieldConflict::path)
                    .containsExactly("/a", "/b");
                assertThat(fresh.explanation()).contains("version 4");
              });
    }
  }

  @Test
  void anyResolution_inAnEarlierClock_isStillLaterThanTheRecord() {
    DecisionInput input = invoice().input();
    ResolveRequest request = new ResolveRequest(Resolution.KEEP_CLIENT, null, 3);

    assertThat(Resolver.resolve(request, conflict(input), input, CURRENT, BEN, at(-500)))
        .isEqualTo(new ResolveOutcome.Written(state(4, 101, "{'a':1,'b':0}")));
  }

  @Test
  void keepClient_byField_stampsTheChangedFieldsOnly() {
    Given given = invoice().policy(BY_FIELD).when(100);
    ResolveOutcome outcome = resolve(given, Resolution.KEEP_CLIENT, null, 3, CURRENT);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ResolveOutcome.Written.class,
            written -> {
              assertThat(written.next().fieldTimes().of("/a")).isEqualTo(at(500));
              assertThat(written.next().fieldTimes().of("/b")).isEqualTo(at(100));
            });
  }

  @Test
  void merge_withTheSuggestion_leavesNoDifferenceAndWhatNobodyChanged() {
    long seed = 2026;
    Random random = new Random(seed);
    List<MergePolicy> policies =
        List.of(MANUAL, MERGE, BY_FIELD, LWW, with(MERGE, "/a", FieldRule.MANUAL));
    int resolved = 0;
    for (int run = 0; run < 4000; run++) {
      JsonObject base = randomRecord(random);
      JsonObject theirs = changed(base, random);
      JsonObject ours = changed(base, random);
      RecordState server = RecordState.live(2, at(10), Document.of(theirs), BEN);
      DecisionInput input =
          push(ours.canonicalText())
              .onto(server)
              .baseVersion(1)
              .base(base.canonicalText())
              .policy(policies.get(random.nextInt(policies.size())))
              .when(9 + random.nextInt(3))
              .input();
      if (!(Decider.decide(input) instanceof Verdict.Conflicted conflicted)) {
        continue;
      }
      Document suggested = Objects.requireNonNull(conflicted.conflict().suggested());
      unchangedStay(base, theirs, ours, suggested.json(), "seed " + seed + ", run " + run);
      ResolveRequest request = new ResolveRequest(Resolution.MERGE, suggested.json(), 2);
      ResolveOutcome outcome =
          Resolver.resolve(request, conflicted.conflict(), input, server, BEN, at(50));
      RecordState next = ((ResolveOutcome.Written) outcome).next();
      assertThat(next.data()).isEqualTo(suggested);
      noDifference(input, next);
      resolved++;
    }
    assertThat(resolved).isGreaterThan(500);
  }

  /** The suggestion pushed on what the resolution wrote changes nothing in it. */
  private static void noDifference(DecisionInput input, RecordState next) {
    Document data = Objects.requireNonNull(next.data());
    Verdict verdict =
        push(data.text())
            .onto(next)
            .claim(BaseClaim.of(next.version()))
            .policy(input.policy())
            .verdict();
    RecordState after = ((Verdict.Applied) verdict).record();
    assertThat(Objects.requireNonNull(after).data()).isEqualTo(data);
  }

  private static void unchangedStay(
      JsonObject base, JsonObject theirs, JsonObject ours, JsonObject suggested, String as) {
    for (String name : List.of("a", "b", "c", "d")) {
      boolean changed =
          !Objects.equals(base.get(name), theirs.get(name))
              || !Objects.equals(base.get(name), ours.get(name));
      if (!changed) {
        assertThat(suggested.get(name)).as(as).isEqualTo(base.get(name));
      }
    }
  }

  private static JsonObject randomRecord(Random random) {
    JsonObject record = JsonObject.EMPTY;
    for (String name : List.of("a", "b", "c", "d")) {
      if (random.nextInt(5) > 0) {
        record = record.with(name, RandomJson.value(random, 2));
      }
    }
    return record;
  }

  private static JsonObject changed(JsonObject base, Random random) {
    JsonObject record = base;
    for (String name : new ArrayList<>(List.of("a", "b", "c", "d"))) {
      int dice = random.nextInt(4);
      Json value = RandomJson.value(random, 2);
      record = dice == 0 ? record.without(name) : dice == 1 ? record.with(name, value) : record;
    }
    return record;
  }
}
