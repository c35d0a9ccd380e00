package org.tidemark.cli.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Session;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.Listener;

/** What a person should hear of one sync: the first of it word for word, the rest as a number. */
final class Heard implements Listener {

  private static final int MOST = 50;

  private final Session session;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> spaces = new TreeSet<>();
  private int more;
  private boolean failed;

  Heard(Session session) {
    this.session = session;
  }

  @Override
  public synchronized void on(ClientEvent event) {
    failed |=
        event instanceof ClientEvent.Parked
            || (event instanceof ClientEvent.UploadChanged changed
                && UploadWords.isTrouble(changed));
    if (event instanceof ClientEvent.SpaceGained gained) {
      spaces.add(gained.space().value());
      return;
    }
    List<String> told = Happenings.lines(event, session);
    if (!told.isEmpty() && lines.size() >= MOST) {
      more++;
    } else {
      lines.addAll(told);
    }
  }

  synchronized List<String> lines() {
    List<String> all = new ArrayList<>();
    if (!spaces.isEmpty()) {
      all.add(Happenings.spaces(List.copyOf(spaces)));
    }
    all.addAll(lines);
    if (more > 0) {
      all.add("... and " + Texts.count(more, "thing") + " more of the kind.");
    }
    return all;
  }

  /** Whether something was parked, or a file did not get there. */
  synchronized boolean hasFailed() {
    return failed;
  }
}
