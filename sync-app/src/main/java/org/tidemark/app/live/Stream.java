package org.tidemark.app.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;

/**
 * What one page has not heard of yet. It is bounded, however long the page does not listen: topics
 * are told once, and of notices the first few, and how many more there were.
 */
final class Stream {

  private static final int MOST_NOTICES = 20;

  private final EnumSet<Topic> topics = EnumSet.allOf(Topic.class);
  private final Deque<ClientEvent> notices = new ArrayDeque<>();
  private int moreNotices;
  private boolean ended;

  /** All at once that a page has to hear. */
  record Message(Set<Topic> topics, List<ClientEvent> notices, int moreNotices) {}

  synchronized void add(ClientEvent event, boolean notice) {
    topics.addAll(Topic.of(event));
    if (notice && notices.size() < MOST_NOTICES) {
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

  synchronized boolean isEnded() {
    return ended;
  }

  /** Waits for something to tell; null: nothing came in that time or before, or it has ended. */
  @SuppressWarnings("WaitNotInLoop") // Waking up too early gives one heartbeat more.
  synchronized @Nullable Message next(long millis) throws InterruptedException {
    if (topics.isEmpty() && notices.isEmpty() && !ended) {
      wait(millis);
    }
    if (ended || (topics.isEmpty() && notices.isEmpty())) {
      return null;
    }
    Message message = new Message(EnumSet.copyOf(topics), new ArrayList<>(notices), moreNotices);
    topics.clear();
    notices.clear();
    moreNotices = 0;
    return message;
  }
}
