package org.tidemark.client.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.json;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.client.fixture.Keys;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;

/** Edits turned into mutations: folded, chained, or nothing. */
class EditingTest {

  private static final Instant T1 = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant T2 = T1.plusSeconds(5);
  private static final Instant T3 = T1.plusSeconds(9);
  private static final RecordKey KEY = Keys.note("n1");
  private static final ServerState V4 = new ServerState(4, T1, doc("{\"a\":1,\"b\":1}"));

  private static Document doc(String text) {
    return Document.of(json(text));
  }

  private static EditPlan edit(
      Replica replica, @Nullable Queued last, @Nullable Document data, Instant at, String id) {
    return new Editing(at, new MutationId(id)).edit(replica, last, data);
  }

  private static Queued stored(EditPlan plan) {
    return Objects.requireNonNull(plan.stored());
  }

  private static Queued sent(Queued queued) {
    return new Queued(
        7,
        queued.id(),
        queued.key(),
        queued.data(),
        queued.baseVersion(),
        queued.previous(),
        queued.editedAt(),
        queued.editTimes(),
        queued.sentBase(),
        null,
        3L,
        Queued.Standing.QUEUED);
  }

  @Test
  void firstEdit_namesTheVersionThatWasReceived() {
    Queued first = stored(edit(new Replica(KEY, V4, null), null, doc("{\"a\":2}"), T2, "m1"));
    assertThat(first.baseVersion()).isEqualTo(4);
    assertThat(first.previous()).isNull();
    assertThat(first.editTimes()).containsOnlyKeys("/a", "/b");
  }

  @Test
  void creation_namesNoVersion() {
    EditPlan plan = edit(Replica.unknown(KEY), null, doc("{\"a\":2}"), T2, "m1");
    assertThat(stored(plan).baseVersion()).isNull();
    assertThat(plan.next().local()).hasToString("{\"a\":2}");
  }

  @Test
  void unsent_takesTheNextEditIn_withTheTimeOfEachField() {
    EditPlan one = edit(new Replica(KEY, V4, null), null, doc("{\"a\":2,\"b\":1}"), T2, "m1");
    EditPlan two = edit(one.next(), stored(one), doc("{\"a\":2,\"b\":2}"), T3, "m2");
    Mutation mutation = stored(two).toMutation(new ClientId("c"));

    assertThat(mutation.id()).isEqualTo(new MutationId("m1"));
    assertThat(mutation.updatedAt()).isEqualTo(T3);
    assertThat(mutation.fieldTimes()).hasSize(1).containsEntry("/a", T2);
    assertThat(mutation.baseVersion()).isEqualTo(4);
  }

  @Test
  void pulledState_betweenTwoEdits_neverBecomesTheBase() {
    EditPlan one = edit(new Replica(KEY, V4, null), null, doc("{\"a\":2}"), T2, "m1");
    Replica pulled = one.next().received(new ServerState(6, T2, doc("{\"z\":1}")));
    Queued unsent = stored(edit(pulled, stored(one), doc("{\"a\":3}"), T3, "m2"));
    Queued chained = stored(edit(pulled, sent(stored(one)), doc("{\"a\":3}"), T3, "m2"));

    assertThat(unsent.baseVersion()).isEqualTo(4);
    assertThat(chained.baseVersion()).isEqualTo(4);
    assertThat(chained.previous()).isEqualTo(new MutationId("m1"));
  }

  @Test
  void sent_isNeverAltered() {
    EditPlan one = edit(new Replica(KEY, V4, null), null, doc("{\"a\":2}"), T2, "m1");
    EditPlan two = edit(one.next(), sent(stored(one)), doc("{\"a\":3}"), T3, "m2");
    assertThat(stored(two).id()).isEqualTo(new MutationId("m2"));
    assertThat(stored(two).order()).isZero();
  }

  @Test
  void createAndDelete_unsent_isNothing_butAfterAnUnansweredOneItIsADeletion() {
    EditPlan one = edit(Replica.unknown(KEY), null, doc("{}"), T2, "m1");
    EditPlan gone = edit(one.next(), stored(one), null, T3, "m2");
    assertThat(gone.dropped()).isEqualTo(stored(one));
    assertThat(gone.next()).isEqualTo(Replica.unknown(KEY));

    Queued deletion = stored(edit(one.next(), sent(stored(one)), null, T3, "m2"));
    assertThat(deletion.toMutation(new ClientId("c")).isDelete()).isTrue();
    assertThat(deletion.previous()).isEqualTo(new MutationId("m1"));
  }

  @Test
  void deleteAndPut_unsent_isAnUpsertOfTheOldVersion() {
    EditPlan one = edit(new Replica(KEY, V4, null), null, null, T2, "m1");
    Queued back = stored(edit(one.next(), stored(one), doc("{\"a\":9}"), T3, "m2"));
    assertThat(back.baseVersion()).isEqualTo(4);
    assertThat(back.data()).hasToString("{\"a\":9}");
  }

  @Test
  void sameState_isNothing() {
    assertThat(edit(new Replica(KEY, V4, null), null, V4.data(), T2, "m1").isNothing()).isTrue();
    assertThat(edit(Replica.unknown(KEY), null, null, T2, "m1").isNothing()).isTrue();
  }

  @Test
  void rebase_carriesTheDifferenceOver_andCountsNothingTwice() {
    var counter =
        org.tidemark.core.policy.MergePolicy.of(
            KEY.type(),
            org.tidemark.core.policy.MergeStrategy.SERVER_MERGE,
            org.tidemark.core.policy.Granularity.RECORD);
    Document carried =
        Rebase.onto(doc("{\"n\":15}"), doc("{\"n\":18}"), doc("{\"n\":19,\"t\":\"x\"}"), counter);
    assertThat(carried).hasToString("{\"n\":16,\"t\":\"x\"}");
  }

  @Test
  void editOfWhatWasShown_ofARecordThatIsGone_sendsThatAsBase() {
    Document shown = doc("{\"a\":1,\"n\":6}");
    EditPlan plan =
        new Editing(T2, new MutationId("m1"))
            .editAsShown(Replica.unknown(KEY), shown, doc("{\"a\":1,\"n\":11}"));
    Queued first = stored(plan);
    assertThat(first.sentBase()).isEqualTo(shown);
    assertThat(first.baseVersion()).isNull();
    assertThat(first.editTimes()).containsOnlyKeys("/n");
    assertThat(Objects.requireNonNull(plan.next().chain()).base()).isEqualTo(shown);
  }
}
