package org.tidemark.server.pull.control;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.core.record.SpaceId;

/** One connected client: it hears of the spaces that its user may see now. */
final class Listener {
  private final String user;
  private final Runnable onChange;
  private final Set<SpaceId> spaces = new HashSet<>();
  private boolean stopped;

  Listener(String user, Runnable onChange) {
    this.user = user;
    this.onChange = onChange;
  }

  String user() {
    return user;
  }

  /**
   * Listens to these spaces from now on; a space gained or lost is itself a change.
   *
   * <p>The client is told without the lock: telling it takes the lock of its connection, under
   * which a connection that ends stops this listener.
   */
  void follow(Set<SpaceId> now, ChangeNotices notices) {
    if (adopt(now, notices)) {
      onChange.run();
    }
  }

  private synchronized boolean adopt(Set<SpaceId> now, ChangeNotices notices) {
    if (stopped) {
      return false;
    }
    boolean changed = !spaces.isEmpty() && !spaces.equals(now);
    for (SpaceId space : Set.copyOf(spaces)) {
      if (!now.contains(space)) {
        notices.remove(space, onChange);
      }
    }
    for (SpaceId space : now) {
      if (!spaces.contains(space)) {
        notices.add(space, onChange);
      }
    }
    spaces.clear();
    spaces.addAll(now);
    return changed;
  }

  /** For good: who read the memberships before may come with them after. */
  synchronized void stop(ChangeNotices notices) {
    stopped = true;
    spaces.forEach(space -> notices.remove(space, onChange));
    spaces.clear();
  }
}
