package org.tidemark.server.pull.control;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.core.record.SpaceId;

/** One connected client: it hears of the spaces that its user may see now. */
final class Listener {
  private final String user;
  private final Runnable onChange;
  private final Set<SpaceId> spaces = new HashSet<>();

  Listener(String user, Runnable onChange) {
    this.user = user;
    this.onChange = onChange;
  }

  String user() {
    return user;
  }

  /** Listens to these spaces from now on; a space gained or lost is itself a change. */
  synchronized void follow(Set<SpaceId> now, ChangeNotices notices) {
    boolean first = spaces.isEmpty();
    boolean different = !spaces.equals(now);
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
    if (different && !first) {
      onChange.run();
    }
  }

  synchronized void stop(ChangeNotices notices) {
    spaces.forEach(space -> notices.remove(space, onChange));
    spaces.clear();
  }
}
