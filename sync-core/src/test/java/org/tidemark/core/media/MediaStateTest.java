package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.media.MediaState.ABORTED;
import static org.tidemark.core.media.MediaState.ATTACHED;
import static org.tidemark.core.media.MediaState.COMPLETING;
import static org.tidemark.core.media.MediaState.CREATED;
import static org.tidemark.core.media.MediaState.DELETED;
import static org.tidemark.core.media.MediaState.EXPIRED;
import static org.tidemark.core.media.MediaState.ORPHANED;
import static org.tidemark.core.media.MediaState.READY;
import static org.tidemark.core.media.MediaState.REJECTED;
import static org.tidemark.core.media.MediaState.UPLOADING;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaStateTest {

  /** The whole life: every pair that is not here is forbidden. */
  private static final Map<MediaState, Set<MediaState>> LIFE =
      Map.of(
          CREATED, Set.of(UPLOADING, COMPLETING, ABORTED, EXPIRED, REJECTED),
          UPLOADING, Set.of(UPLOADING, COMPLETING, ABORTED, EXPIRED, REJECTED),
          COMPLETING, Set.of(COMPLETING, UPLOADING, READY, ABORTED, EXPIRED, REJECTED),
          READY, Set.of(ATTACHED, ORPHANED, DELETED),
          ATTACHED, Set.of(READY, DELETED),
          ORPHANED, Set.of(READY, ATTACHED, DELETED),
          DELETED, Set.of(),
          ABORTED, Set.of(),
          EXPIRED, Set.of(),
          REJECTED, Set.of());

  @ParameterizedTest
  @EnumSource
  void state_mayBecome_whatTheTableSaysAndNothingElse(MediaState state) {
    Set<MediaState> next =
        Arrays.stream(MediaState.values()).filter(state::mayBecome).collect(Collectors.toSet());
    assertThat(next).isEqualTo(LIFE.get(state));
  }

  @Test
  void attached_neverBecomesOrphaned_withoutBeingUnnamedFirst() {
    assertThat(ATTACHED.mayBecome(ORPHANED)).isFalse();
  }

  @Test
  void bytes_comeInOnlyBeforeCompletion() {
    assertThat(Arrays.stream(MediaState.values()).filter(MediaState::receives))
        .containsExactlyInAnyOrder(CREATED, UPLOADING);
  }

  @Test
  void bytes_areReadOnlyAfterIt() {
    assertThat(Arrays.stream(MediaState.values()).filter(MediaState::isReadable))
        .containsExactlyInAnyOrder(READY, ATTACHED, ORPHANED);
  }
}
