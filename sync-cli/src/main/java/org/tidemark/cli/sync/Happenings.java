package org.tidemark.cli.sync;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.session.Session;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.replica.SnapshotReason;

/** What happened, in lines, where a person should hear of it. */
final class Happenings {

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
      lines.add("You are in the space " + gained.space() + " now.");
    } else if (event instanceof ClientEvent.SpaceLost lost) {
      lines.add("You are no longer in the space " + lost.space() + ".");
    }
    return lines;
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
    return event.reason() == SnapshotReason.SPACE_LOST
        ? what + "."
        : what + "; undo " + event.key().type() + "/" + event.key().id() + " brings yours back.";
  }
}
