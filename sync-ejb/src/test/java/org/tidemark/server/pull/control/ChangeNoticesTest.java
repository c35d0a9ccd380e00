package org.tidemark.server.pull.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.core.record.SpaceId;

class ChangeNoticesTest {
  private static final SpaceId SPACE = new SpaceId("space");
  private static final SpaceId OTHER = new SpaceId("other");

  private final ChangeNotices notices = new ChangeNotices();
  private final List<String> told = new ArrayList<>();

  /** What another node committed between the connection and the first look is not missed. */
  @Test
  void observe_firstLookAtASpace_tellsItsListeners() {
    notices.add(SPACE, () -> told.add("first"));
    notices.observe(Map.of(SPACE, 7L));

    assertThat(told).containsExactly("first");
  }

  @Test
  void observe_firstLookAfterEverybodyHadLeft_tellsTheNewListeners() {
    Runnable first = () -> told.add("first");
    notices.add(SPACE, first);
    notices.observe(Map.of(SPACE, 7L));
    notices.remove(SPACE, first);
    notices.observe(Map.of());
    notices.add(SPACE, () -> told.add("second"));
    notices.observe(Map.of(SPACE, 7L));

    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void observe_sameCounterAgain_tellsNobody() {
    notices.add(SPACE, () -> told.add("changed"));
    notices.observe(Map.of(SPACE, 7L));
    notices.observe(Map.of(SPACE, 7L));

    assertThat(told).hasSize(1);
  }

  @Test
  void observe_counterMoved_tellsOnlyListenersOfThatSpace() {
    notices.add(SPACE, () -> told.add("space"));
    notices.add(OTHER, () -> told.add("other"));
    notices.observe(Map.of(SPACE, 7L, OTHER, 3L));
    told.clear();
    notices.observe(Map.of(SPACE, 7L, OTHER, 4L));

    assertThat(told).containsExactly("other");
  }

  @Test
  void changed_afterListenerLeft_tellsNobody() {
    Runnable listener = () -> told.add("changed");
    notices.add(SPACE, listener);
    notices.remove(SPACE, listener);
    notices.changed(SPACE);

    assertThat(told).isEmpty();
    assertThat(notices.watched()).isEmpty();
  }

  /** The memberships were read while the client was there, and come when it has left. */
  @Test
  void listener_membershipsAfterItsEnd_leaveNothingBehind() {
    Listener listener = new Listener("ana", () -> told.add("changed"));
    listener.follow(Set.of(SPACE), notices);
    listener.stop(notices);
    listener.follow(Set.of(SPACE, OTHER), notices);
    notices.changed(SPACE);

    assertThat(notices.watched()).isEmpty();
    assertThat(told).isEmpty();
  }

  /** The connection's own lock is taken there, and its end takes the two in the other order. */
  @Test
  void listener_spaceLost_isToldWithoutTheLock() {
    List<Boolean> locked = new ArrayList<>();
    Listener[] self = new Listener[1];
    self[0] = new Listener("ana", () -> locked.add(Thread.holdsLock(self[0])));
    self[0].follow(Set.of(SPACE, OTHER), notices);
    self[0].follow(Set.of(SPACE), notices);

    assertThat(locked).containsExactly(false);
    assertThat(notices.watched()).containsExactly(SPACE);
  }
}
