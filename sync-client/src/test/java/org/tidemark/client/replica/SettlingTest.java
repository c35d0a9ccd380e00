package org.tidemark.client.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.json;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.replica.Settlement.ConflictEffect;
import org.tidemark.client.replica.Settlement.Fate;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.resolve.Resolution;

/** What each answer does to a record: the local side, the chain, the outbox, the conflict. */
class SettlingTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final RecordKey KEY = Keys.note("n1");
  private static final MutationId SPARE = new MutationId("spare");
  private static final Document OURS = Document.of(json("{\"a\":2}"));
  private static final Document LATER = Document.of(json("{\"a\":3}"));
  private static final Document THEIRS = Document.of(json("{\"a\":9}"));
  private static final ServerState V4 = new ServerState(4, AT, Document.of(json("{\"a\":1}")));

  private static final Queued M1 = queued(1, "m1", OURS, null, Queued.Standing.QUEUED, null);
  private static final Queued M2 = queued(2, "m2", LATER, M1.id(), Queued.Standing.QUEUED, null);

  private static Queued queued(
      long order,
      String id,
      @Nullable Document data,
      @Nullable MutationId previous,
      Queued.Standing standing,
      Queued.@Nullable Decision decision) {
    return new Queued(
        order,
        new MutationId(id),
        KEY,
        data,
        4,
        previous,
        AT,
        Collections.emptySortedMap(),
        null,
        decision,
        order,
        standing);
  }

  private static Replica edited(Document local) {
    return new Replica(KEY, V4, new LocalChain(local, AT, 4, BaseClaim.of(4), V4.data(), null));
  }

  private static ItemAnswer answer(SyncStatus status, int version, Document data) {
    return new ItemAnswer(M1.id(), status, version, AT, false, data, null, null);
  }

  private static ItemAnswer rejected(String code, ErrorCategory category, boolean retryable) {
    Rejection rejection = new Rejection(code, category, retryable, "No.", List.of());
    return new ItemAnswer(
        M1.id(),
        SyncStatus.REJECTED,
        null,
        null,
        false,
        null,
        null,
        new ErrorAnswer(rejection, null, "id"));
  }

  private static Settlement settle(Replica before, Queued m, List<Queued> others, ItemAnswer a) {
    return Settling.settle(before, m, others, a, false, () -> SPARE);
  }

  @Test
  void applied_last_isClean_withoutSnapshot() {
    Settlement done = settle(edited(OURS), M1, List.of(), answer(SyncStatus.APPLIED, 5, OURS));
    assertThat(done.fate()).isEqualTo(Fate.DONE);
    assertThat(done.next().chain()).isNull();
    assertThat(done.next().serverVersion()).isEqualTo(5);
    assertThat(done.overridden()).isFalse();
    assertThat(done.conflict()).isEqualTo(ConflictEffect.SUPERSEDED);
  }

  @Test
  void applied_whileANewerStateWasPulled_keepsTheNewer() {
    Replica pulled = edited(OURS).received(new ServerState(6, AT, THEIRS));
    Settlement done = settle(pulled, M1, List.of(), answer(SyncStatus.APPLIED, 5, OURS));
    assertThat(done.next().local()).isEqualTo(THEIRS);
    assertThat(done.next().serverVersion()).isEqualTo(6);
    assertThat(done.overridden()).isFalse();
  }

  @Test
  void applied_withALaterEdit_movesTheChainsStart_andLeavesTheEdit() {
    Settlement done = settle(edited(LATER), M1, List.of(M2), answer(SyncStatus.APPLIED, 5, OURS));
    LocalChain chain = Objects.requireNonNull(done.next().chain());
    assertThat(done.next().local()).isEqualTo(LATER);
    assertThat(chain.claim()).isEqualTo(BaseClaim.of(5));
    assertThat(chain.baseVersion()).isEqualTo(5);
    assertThat(chain.base()).isEqualTo(OURS);
  }

  @ParameterizedTest
  @EnumSource(
      value = SyncStatus.class,
      names = {"MERGED", "SERVER_WINS"})
  void overriding_last_takesTheServersSide_afterASnapshot(SyncStatus status) {
    Settlement done = settle(edited(OURS), M1, List.of(), answer(status, 5, THEIRS));
    assertThat(done.next().local()).isEqualTo(THEIRS);
    assertThat(done.overridden()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = SyncStatus.class,
      names = {"MERGED", "SERVER_WINS"})
  void overriding_withALaterEdit_leavesTheLocalSide_andTheBaseIsOwnData(SyncStatus status) {
    Settlement done = settle(edited(LATER), M1, List.of(M2), answer(status, 5, THEIRS));
    LocalChain chain = Objects.requireNonNull(done.next().chain());
    assertThat(done.next().local()).isEqualTo(LATER);
    assertThat(chain.claim().text()).isEqualTo("mutation m1");
    assertThat(chain.base()).isEqualTo(OURS);
    assertThat(chain.baseVersion()).isEqualTo(4);
    assertThat(done.overridden()).isFalse();
  }

  @Test
  void conflict_keepsTheLocalSide_andTheNextEditBuildsOnTheConflictedOne() {
    Settlement done = settle(edited(OURS), M1, List.of(), answer(SyncStatus.CONFLICT, 6, THEIRS));
    LocalChain chain = Objects.requireNonNull(done.next().chain());
    assertThat(done.fate()).isEqualTo(Fate.DONE);
    assertThat(done.conflict()).isEqualTo(ConflictEffect.OPENED);
    assertThat(done.next().local()).isEqualTo(OURS);
    assertThat(chain.tail()).isEqualTo(M1.id());
    assertThat(chain.claim().direct()).isFalse();
    assertThat(chain.baseVersion()).isEqualTo(4);
  }

  @Test
  void conflict_thatWasClosedBeforeItsAnswerCame_isOver() {
    ItemAnswer old = answer(SyncStatus.CONFLICT, 6, THEIRS);
    Settlement done = Settling.settle(edited(OURS), M1, List.of(), old, true, () -> SPARE);
    assertThat(done.conflict()).isEqualTo(ConflictEffect.NONE);
    assertThat(done.next().local()).isEqualTo(THEIRS);
    assertThat(done.overridden()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_ERROR, SERVER, true, RETRIED",
    "BUSY, LIMIT, true, RETRIED",
    "SCHEMA_VIOLATION, VALIDATION, false, REFUSED",
    "MUTATION_ID_REUSED, VALIDATION, false, PARKED",
    "MUTATION_EXPIRED, VALIDATION, false, PARKED",
    "SPACE_FORBIDDEN, AUTH, false, PARKED",
    "SOMETHING_NEW, CONFLICT, false, REFUSED",
    "SOMETHING_NEW, SERVER, false, PARKED"
  })
  void rejected_keepsTheEdit(String code, ErrorCategory category, boolean retryable, Fate fate) {
    Replica before = edited(OURS);
    Settlement done = settle(before, M1, List.of(), rejected(code, category, retryable));
    assertThat(done.fate()).isEqualTo(fate);
    assertThat(done.next()).isEqualTo(before);
  }

  @Test
  void refusedEarlier_isSupersededByWhatTheServerAccepts() {
    Queued refused = queued(1, "m1", OURS, null, Queued.Standing.REFUSED, null);
    ItemAnswer applied =
        new ItemAnswer(M2.id(), SyncStatus.APPLIED, 5, AT, false, LATER, null, null);
    Settlement done = settle(edited(LATER), M2, List.of(refused), applied);
    assertThat(done.superseded()).containsExactly(refused);
    assertThat(done.next().chain()).isNull();
  }

  @Test
  void resolution_tooLate_yieldsAndKeepsASnapshot() {
    Queued decision = decision();
    ItemAnswer late =
        new ItemAnswer(
            decision.id(),
            SyncStatus.REJECTED,
            7,
            AT,
            false,
            THEIRS,
            null,
            rejected("CONFLICT_CLOSED", ErrorCategory.CONFLICT, false).error());
    Settlement done = settle(edited(OURS), decision, List.of(), late);
    assertThat(done.fate()).isEqualTo(Fate.DONE);
    assertThat(done.next().local()).isEqualTo(THEIRS);
    assertThat(done.overridden()).isTrue();
    assertThat(done.conflict()).isEqualTo(ConflictEffect.RESOLVED);
  }

  @Test
  void resolution_ofAnUnknownConflict_becomesAnEditOfWhatWasSeen() {
    Settlement done =
        settle(
            edited(OURS),
            decision(),
            List.of(),
            rejected("CONFLICT_UNKNOWN", ErrorCategory.VALIDATION, false));
    Queued edit = Objects.requireNonNull(done.replacement());
    assertThat(done.fate()).isEqualTo(Fate.REPLACED);
    assertThat(edit.id()).isEqualTo(SPARE);
    assertThat(edit.data()).isEqualTo(OURS);
    assertThat(edit.baseVersion()).isEqualTo(6);
    assertThat(edit.isSent()).isFalse();
  }

  @Test
  void resolution_ofAnUnknownConflict_goesOnInTheEditThatFollows() {
    Queued later = queued(4, "m4", LATER, decision().id(), Queued.Standing.QUEUED, null);
    Settlement done =
        settle(
            edited(LATER),
            decision(),
            List.of(later),
            rejected("CONFLICT_UNKNOWN", ErrorCategory.VALIDATION, false));
    assertThat(done.fate()).isEqualTo(Fate.DONE);
    assertThat(done.replacement()).isNull();
    assertThat(done.next().local()).isEqualTo(LATER);
    assertThat(done.conflict()).isEqualTo(ConflictEffect.SUPERSEDED);
  }

  private static Queued decision() {
    return queued(
        3,
        "m3",
        null,
        null,
        Queued.Standing.QUEUED,
        new Queued.Decision("c", Resolution.KEEP_CLIENT, 6));
  }
}
