package org.tidemark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.replica.Queued.Standing;

/** Whose turn it is. */
class SelectionTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(9);

  private static Head edit(int order, String id) {
    return head(order, id, false, Standing.QUEUED, null);
  }

  private static Head head(
      int order, String id, boolean resolution, Standing standing, @Nullable Instant next) {
    return new Head(order, Keys.note(id), resolution, standing, next, 100);
  }

  private static Selection of(Head... heads) {
    return Selection.of(List.of(heads), NOW, 10, 1_000);
  }

  @Test
  void edits_ofOneRecord_goOneAfterTheOther() {
    assertThat(of(edit(1, "a"), edit(2, "b"), edit(3, "a")).edits()).containsExactly(1L, 2L);
  }

  @Test
  void notDue_holdsBackItsRecordAndNothingElse() {
    Head waiting = head(1, "a", false, Standing.QUEUED, LATER);
    assertThat(of(waiting, edit(2, "a"), edit(3, "b")).edits()).containsExactly(3L);
  }

  @Test
  void parked_holdsBackItsRecord_refusedDoesNot() {
    Head parked = head(1, "a", false, Standing.PARKED, null);
    Head refused = head(2, "b", false, Standing.REFUSED, null);
    assertThat(of(parked, refused, edit(3, "a"), edit(4, "b")).edits()).containsExactly(4L);
  }

  @Test
  void resolution_goesAlone_andBeforeWhatFollowsIt() {
    Head resolution = head(1, "a", true, Standing.QUEUED, null);
    Selection selection = of(resolution, edit(2, "a"), edit(3, "b"));
    assertThat(selection.resolution()).isEqualTo(1);
    assertThat(selection.edits()).containsExactly(3L);
  }

  @Test
  void bytes_areLimited_butOneAlwaysGoes() {
    Head large = new Head(1, Keys.note("a"), false, Standing.QUEUED, null, 5_000);
    assertThat(of(large, edit(2, "b")).edits()).containsExactly(1L);
    assertThat(
            of(
                    edit(1, "b"),
                    new Head(2, Keys.note("a"), false, Standing.QUEUED, null, 5_000),
                    edit(3, "c"))
                .edits())
        .containsExactly(1L);
  }

  @Test
  void number_isLimited() {
    assertThat(
            Selection.of(List.of(edit(1, "a"), edit(2, "b"), edit(3, "c")), NOW, 2, 1_000).edits())
        .containsExactly(1L, 2L);
  }

  @Test
  void nextAttempt_isTheFirstThatNothingHoldsBack() {
    Head later = head(1, "a", false, Standing.QUEUED, LATER);
    Head parked = head(2, "b", false, Standing.PARKED, null);
    assertThat(Selection.nextAttempt(List.of(later, edit(3, "a"), parked, edit(4, "b")), NOW))
        .contains(LATER);
    assertThat(Selection.nextAttempt(List.of(edit(1, "c"), later), NOW)).contains(Instant.EPOCH);
    assertThat(Selection.nextAttempt(List.of(parked), NOW)).isEmpty();
  }
}
