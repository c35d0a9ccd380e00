package org.tidemark.cli.sync;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Session;
import org.tidemark.client.event.ClientEvent.UploadChanged;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.UploadItem;

/** What became of a file, in lines. */
final class UploadWords {

  private UploadWords() {}

  /** The lines; none where nobody needs to hear of it. */
  static List<String> lines(UploadChanged event, Session session) {
    String file = session.fileOf(event.uploadId());
    String record = session.shown(event.key());
    return switch (event.state()) {
      case DONE -> List.of("Uploaded " + file + ": " + record + " names it now.");
      case PARKED -> lines("Parked: " + file + " is not in " + record + ".", event.problem());
      case REFUSED -> lines("Refused: " + file + " for " + record + ".", event.problem());
      case WAITING, UPLOADING, ATTACHING ->
          event.problem() == null
              ? List.of()
              : lines("Waits: " + file + " for " + record + ".", event.problem());
      case PAUSED, CANCELLED -> List.of();
    };
  }

  private static List<String> lines(String first, @Nullable Problem problem) {
    List<String> lines = new ArrayList<>(List.of(first));
    if (problem != null) {
      ProblemText.ofUpload(problem).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  /** What is told of files that go no further without a person, with each sync. */
  static List<String> ofParked(Session session) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        ofParked(session, UploadState.PARKED, "parked", "uploads retry %1$s or dismiss %1$s"));
    lines.addAll(
        ofParked(
            session,
            UploadState.REFUSED,
            "refused, which does not go again",
            "uploads dismiss %1$s"));
    return lines;
  }

  private static List<String> ofParked(
      Session session, UploadState state, String words, String deeds) {
    List<UploadItem> items = session.uploads(state);
    if (items.isEmpty()) {
      return List.of();
    }
    UploadItem newest = items.get(0);
    String more = items.size() == 1 ? "" : ", and others";
    return List.of(
        "%s %s: %s for %s%s."
            .formatted(
                Texts.count(items.size(), "file"),
                words,
                newest.file().name(),
                session.shown(newest.record()),
                more),
        "  uploads tells why; " + deeds.formatted(newest.id()) + ".");
  }

  /** Whether a file did not get there, other than for a decision that is still to be made. */
  static boolean isTrouble(UploadChanged event) {
    Problem problem = event.problem();
    return switch (event.state()) {
      case PARKED, REFUSED -> true;
      case WAITING, UPLOADING, ATTACHING -> problem != null && problem.kind() != ErrorKind.CONFLICT;
      case DONE, PAUSED, CANCELLED -> false;
    };
  }
}
