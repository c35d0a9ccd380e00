package org.tidemark.app.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;

/**
 * What one page has not heard of yet. It is bounded, however long the page does not listen: topics
 * are told once, and of notices the first few, and how many more there were. Conflicts are counted,
 * and told when the sync that found them has ended: a person wants one word of them, not hundreds.
 */
final class Stream {

  private static final int MOST_NOTICES = 20;

  private final BooleanSupplier syncing;
  private final EnumSet<Topic> topics = EnumSet.allOf(Topic.class);
  private final Deque<ClientEvent> notices = new ArrayDeque<>();
  private int moreNotices;
  private ClientEvent.@Nullable ConflictOpened conflict;
  private int conflicts;
  private boolean ended;
  private boolean gaveWay;

  /** All at once that a page has to hear. */
  record Message(
      Set<Topic> topics,
      List<ClientEvent> notices,
      int moreNotices,
      ClientEvent.@Nullable ConflictOpened conflict,
      int conflicts) {}

  /**
   * @param syncing whether a sync is under way, which may find more of the same
   */
  Stream(BooleanSupplier syncing) {
    this.syncing = syncing;
  }

  synchronized void add(ClientEvent event, boolean notice) {
    topics.addAll(Topic.of(event));
    if (event instanceof ClientEvent.ConflictOpened opened) {
      conflict = opened;
      conflicts++;
    } else if (notice && notices.size() < MOST_NOTICES) {
      notices.add(event);
    } else if (notice) {
      moreNotices++;
    }
    notifyAll();
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Ends it for another page, which takes its place. */
  synchronized void giveWay() {
    gaveWay = true;
    end();
  }

  synchronized boolean hasGivenWay() {
    return gaveWay;
  }

  synchronized boolean isEnded() {
    return ended;
  }

  private boolean isQuiet() {
    return topics.isEmpty() && notices.isEmpty() && (conflicts == 0 || syncing.getAsBoolean());
  }

  /** Waits for something to tell; null: nothing came in that time or before, or it has ended. */
  @SuppressWarnings("WaitNotInLoop") // Waking up too early gives one heartbeat more.
  synchronized @Nullable Message next(long millis) throws InterruptedException {
    if (isQuiet() && !ended) {
      wait(millis);
    }
    if (ended || isQuiet()) {
      return null;
    }
    boolean held = syncing.getAsBoolean();
    Message message =
        new Message(
            EnumSet.copyOf(topics),
            new ArrayList<>(notices),
            moreNotices,
            held ? null : conflict,
            held ? 0 : conflicts);
    topics.clear();
    notices.clear();
    moreNotices = 0;
    if (!held) {
      conflict = null;
      conflicts = 0;
    }
    return message;
  }
}
