package org.tidemark.cli.sync;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.session.Session;
import org.tidemark.client.event.ClientEvent;

/** What happened, in lines, where a person should hear of it. */
final class Happenings {

  private static final int MOST_SPACES = 10;

  private Happenings() {}

  /** The lines; none where nobody needs to hear of it. */
  static List<String> lines(ClientEvent event, Session session) {
    List<String> lines = new ArrayList<>();
    if (event instanceof ClientEvent.Overridden overridden) {
      lines.add(overridden(overridden, session));
    } else if (event instanceof ClientEvent.ConflictOpened opened) {
      lines.add("Conflict: " + session.shown(opened.key()) + " was changed here and elsewhere.");
    } else if (event instanceof ClientEvent.Parked parked) {
      lines.add("Parked: " + session.shown(parked.key()) + " was not taken by the server.");
      ProblemText.lines(parked.problem()).forEach(line -> lines.add("  " + line));
    } else if (event instanceof ClientEvent.UploadChanged changed) {
      lines.addAll(UploadWords.lines(changed, session));
    } else if (event instanceof ClientEvent.SpaceGained gained) {
      lines.add(spaces(List.of(gained.space().value())));
    } else if (event instanceof ClientEvent.SpaceLost lost) {
      lines.add("You are no longer in the space " + lost.space() + ".");
    }
    return lines;
  }

  /** That spaces can be seen from now on; the usual one stays what it was. */
  static String spaces(List<String> names) {
    int shown = Math.min(names.size(), MOST_SPACES);
    List<String> told = new ArrayList<>(names.subList(0, shown));
    if (shown < names.size()) {
      told.add((names.size() - shown) + " more");
    }
    String last = told.remove(told.size() - 1);
    return told.isEmpty()
        ? "New here: the space " + last + "."
        : "New here: the spaces " + String.join(", ", told) + " and " + last + ".";
  }

  private static String overridden(ClientEvent.Overridden event, Session session) {
    String record = session.shown(event.key());
    String what =
        switch (event.reason()) {
          case SERVER_WINS -> "The server has a newer state of " + record;
          case MERGED -> "Your edit of " + record + " was merged with another";
          case RESOLVED_ELSEWHERE -> "The conflict of " + record + " was decided elsewhere";
          case SPACE_LOST -> record + " went with its space";
          case RESOLVED, RESOLVED_SERVER_SIDE, DELETED, EDITED_OVER, DISMISSED, RESTORED ->
              record + " was replaced";
        };
    String undo = what + "; undo " + event.key().type() + "/" + event.key().id();
    return switch (event.reason()) {
      case SPACE_LOST -> what + ".";
      // A sum, say, has the others' additions in it.
      case MERGED -> undo + " puts your version back as a whole, also over what others wrote.";
      default -> undo + " brings yours back.";
    };
  }
}
