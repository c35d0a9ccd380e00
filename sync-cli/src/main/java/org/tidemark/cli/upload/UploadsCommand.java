package org.tidemark.cli.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.Uploads;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code uploads}: the files that were taken in, and how they stand. */
@Command(
    name = "uploads",
    description = "Lists the files that were taken in, how far they are, and what they wait for.")
public final class UploadsCommand implements Callable<Integer> {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, the latest ones (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  private final Access access;

  public UploadsCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      Uploads uploads = session.client().uploads();
      List<UploadItem> shown = new ArrayList<>(uploads.latest(null, Math.max(limit, 0)));
      Collections.reverse(shown);
      int all = (int) UploadSearch.newestFirst(uploads).count();
      if (json) {
        List<Json> items = new ArrayList<>();
        shown.forEach(item -> items.add(UploadJson.of(item)));
        session
            .screen()
            .json(
                new Members()
                    .json("items", new JsonArray(items))
                    .number("count", all)
                    .number("waiting", session.uploads())
                    .build());
      } else {
        shown.forEach(item -> show(session, item));
        session
            .screen()
            .aside(
                Texts.count(all, "file")
                    + ", "
                    + session.uploadsUnderWay()
                    + " not there yet"
                    + number(session, UploadState.PARKED, "parked")
                    + number(session, UploadState.REFUSED, "refused")
                    + ".");
      }
      return 0;
    }
  }

  private static String number(Session session, UploadState state, String word) {
    int number = session.uploads(state).size();
    return number == 0 ? "" : ", " + number + " " + word;
  }

  private static void show(Session session, UploadItem item) {
    Screen screen = session.screen();
    screen.line(
        "%s  %s  %s for %s at %s"
            .formatted(
                item.id(),
                item.state().name().toLowerCase(Locale.ROOT),
                item.file().name(),
                session.shown(item.record()),
                item.field()));
    screen.line(
        "  %s of %s".formatted(Texts.size(item.sentBytes()), Texts.size(item.file().sizeBytes())));
    Problem problem = item.problem();
    if (problem != null) {
      ProblemText.ofUpload(problem).forEach(line -> screen.line("  " + line));
    }
  }
}
