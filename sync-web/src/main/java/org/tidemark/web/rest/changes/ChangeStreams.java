package org.tidemark.web.rest.changes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.pull.boundary.ChangeFeed;

/** All clients on the live channel, no more than allowed for each user and in all. */
final class ChangeStreams {
  private final ChangeNotices notices;
  private final InstantSource clock;
  private final int limitOfAUser;
  private final int limit;
  private final Map<ChangeStream, Registration> open = new ConcurrentHashMap<>();
  private final Map<String, Integer> countOfUser = new HashMap<>();
  private int count;

  ChangeStreams(ChangeNotices notices, InstantSource clock, int limitOfAUser, int limit) {
    this.notices = notices;
    this.clock = clock;
    this.limitOfAUser = limitOfAUser;
    this.limit = limit;
  }

  private record Registration(String user, ChangeFeed.Subscription subscription) {}

  /**
   * Takes a place for a user, which {@link #open} fills; false when there is none. A client that
   * vanished without a word is only noticed when it is written to, so where places are short the
   * user's other clients are: the places of the dead are free at the latest when this one asks
   * again.
   */
  boolean reserve(String user) {
    if (take(user)) {
      return true;
    }
    Instant now = clock.instant();
    open.forEach(
        (stream, registration) -> {
          if (registration.user().equals(user) && !stream.probe(now)) {
            end(stream);
          }
        });
    return take(user);
  }

  private synchronized boolean take(String user) {
    int ofUser = countOfUser.getOrDefault(user, 0);
    if (count >= limit || ofUser >= limitOfAUser) {
      return false;
    }
    count++;
    countOfUser.put(user, ofUser + 1);
    return true;
  }

  private synchronized void release(String user) {
    count--;
    countOfUser.computeIfPresent(user, (name, ofUser) -> ofUser > 1 ? ofUser - 1 : null);
  }

  /** Connects a client whose place is reserved. */
  ChangeStream open(Caller caller, EventSink sink) {
    ChangeStream stream = new ChangeStream(sink, clock.instant());
    try {
      ChangeFeed.Subscription subscription =
          notices.subscribe(caller, () -> stream.changed(clock.instant()));
      open.put(stream, new Registration(caller.user(), subscription));
    } catch (RuntimeException e) {
      release(caller.user());
      throw e;
    }
    return stream;
  }

  /** Ends a stream, by whoever's wish, and frees its place once. */
  void end(ChangeStream stream) {
    @Nullable Registration registration = open.remove(stream);
    if (registration != null) {
      registration.subscription().close();
      release(registration.user());
    }
    stream.close();
  }

  /** To be called a few times a second: sends what is due. */
  void tick() {
    Instant now = clock.instant();
    for (ChangeStream stream : open.keySet()) {
      if (!stream.tick(now)) {
        end(stream);
      }
    }
  }

  void ready(ChangeStream stream) {
    if (!stream.tick(clock.instant())) {
      end(stream);
    }
  }

  void endAll() {
    open.keySet().forEach(this::end);
  }

  int size() {
    return open.size();
  }
}
