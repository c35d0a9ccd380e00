package org.tidemark.server.pull.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.tidemark.core.record.SpaceId;

/**
 * Who waits for news of which space, on this node.
 *
 * <p>A waiting client costs an entry in a map: no thread, no connection. A change that this node
 * commits is told at once; {@link #observe} is fed with the counters of the spaces that somebody
 * waits for, and so tells what other nodes have committed.
 */
@ApplicationScoped
public class ChangeNotices {
  private final ConcurrentMap<SpaceId, Set<Runnable>> waiting = new ConcurrentHashMap<>();
  private final ConcurrentMap<SpaceId, Long> seen = new ConcurrentHashMap<>();

  /** Tells everyone who waits for the space; call after the commit. */
  public void changed(SpaceId space) {
    waiting.getOrDefault(space, Set.of()).forEach(Runnable::run);
  }

  /**
   * Compares counters with what was seen last, and tells who waits for those that moved. A space
   * that is seen for the first time may have moved since its listeners came.
   */
  public void observe(Map<SpaceId, Long> counters) {
    counters.forEach(
        (space, counter) -> {
          Long before = seen.put(space, counter);
          if (!counter.equals(before)) {
            changed(space);
          }
        });
    seen.keySet().retainAll(waiting.keySet());
  }

  /** The spaces that somebody waits for. */
  public Set<SpaceId> watched() {
    return Set.copyOf(waiting.keySet());
  }

  void add(SpaceId space, Runnable listener) {
    waiting.compute(
        space,
        (key, listeners) -> {
          Set<Runnable> set = listeners == null ? new CopyOnWriteArraySet<>() : listeners;
          set.add(listener);
          return set;
        });
  }

  void remove(SpaceId space, Runnable listener) {
    waiting.computeIfPresent(
        space,
        (key, listeners) -> {
          listeners.remove(listener);
          return listeners.isEmpty() ? null : listeners;
        });
  }
}
