package org.tidemark.console.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.database.Retry;

/**
 * All pages that stand open, no more than allowed for each session and in all.
 *
 * <p>A page that is one too many for its session takes the place of the one that has been open
 * longest, which is told so and comes back when somebody looks at it.
 *
 * <p>A stream ends with its session, and does not keep it alive: a session in which nobody has
 * asked for a page as long as sessions live is ended, however many pages of it stand open.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class LiveStreams {
  static final int MOST = 200;

  /** A browser has six connections to a server, of which it needs some to open pages at all. */
  static final int MOST_OF_A_SESSION = 4;

  private static final System.Logger LOG = System.getLogger(LiveStreams.class.getName());
  private static final long TICK_MS = 1_000;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Queue<LiveStream> streams = new ConcurrentLinkedQueue<>();

  @Inject private OutageLog outages;
  @Resource private ManagedScheduledExecutorService timer;
  private ScheduledFuture<?> ticking;

  /** A session as the container knows it: when somebody asked for a page, and how to end it. */
  record Session(long askedAtNanos, long lifeNanos, Runnable end) {
    boolean isIdle(long nowNanos) {
      return nowNanos - askedAtNanos > lifeNanos;
    }
  }

  @PostConstruct
  void begin() {
    ticking = timer.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    ticking.cancel(false);
    streams.forEach(LiveStream::end);
  }

  /** Somebody asked for a page. */
  void asked(String session, Session now) {
    sessions.put(session, now);
  }

  /** A session has ended, or has another id from now on. */
  void ended(String session) {
    sessions.remove(session);
    streams.stream().filter(each -> each.session().equals(session)).forEach(LiveStream::end);
  }

  /** Whether there is a place for one more stream of a session that somebody uses. */
  boolean isRoom(String session, long nowNanos) {
    Session known = sessions.get(session);
    return known != null && !known.isIdle(nowNanos) && streams.size() < MOST;
  }

  void add(LiveStream stream) {
    streams.add(stream);
    stream.start();
    if (!sessions.containsKey(stream.session())) {
      // It has ended since there was room, and whoever ended it has not met this stream.
      stream.end();
    }
    List<LiveStream> own =
        streams.stream().filter(each -> each.session().equals(stream.session())).toList();
    own.stream().limit(Math.max(0, own.size() - MOST_OF_A_SESSION)).forEach(LiveStream::giveWay);
  }

  void remove(LiveStream stream) {
    streams.remove(stream);
  }

  /** Ends the sessions in which nobody has asked for a page for too long. */
  void endIdle(long nowNanos) {
    for (Map.Entry<String, Session> each : sessions.entrySet()) {
      if (each.getValue().isIdle(nowNanos)) {
        each.getValue().end().run();
        ended(each.getKey());
      }
    }
  }

  /** Tells each page what is new; one that cannot be told ends, and holds up no other. */
  void tell() {
    for (LiveStream each : streams) {
      try {
        each.tick();
      } catch (RuntimeException e) {
        if (Retry.isUnavailable(e)) {
          throw e;
        }
        LOG.log(System.Logger.Level.WARNING, "a page that stands open cannot be told", e);
        each.end();
      }
    }
  }

  private void tick() {
    try {
      endIdle(System.nanoTime());
      outages.watchOccasional(this::tell);
    } catch (RuntimeException e) {
      // An exception would end the schedule; the next turn begins anew.
      LOG.log(System.Logger.Level.ERROR, "pages that stand open hear nothing this time", e);
    }
  }
}
