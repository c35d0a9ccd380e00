package org.tidemark.cli.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.Status;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outbox}: what is not settled with the server, and why. */
@Command(
    name = "outbox",
    description = "Lists what waits to be sent, and what waits for you because it was not taken.")
public final class OutboxCommand implements Callable<Integer> {

  private static final int WIDTH = 80;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many of each (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  private final Access access;

  public OutboxCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      int most = Math.max(limit, 0);
      Status status = session.client().status();
      List<OutboxItem> parked = session.client().outbox().parked(null, most);
      List<OutboxItem> pending = session.client().outbox().pending(null, most);
      if (json) {
        session
            .screen()
            .json(
                new Members()
                    .json("parked", json(parked))
                    .number("parkedCount", status.parked())
                    .json("pending", json(pending))
                    .number("pendingCount", status.pending())
                    .build());
      } else {
        parked.forEach(item -> show(session, item));
        pending.forEach(item -> show(session, item));
        session
            .screen()
            .aside(
                Texts.count(status.pending(), "change")
                    + " to be sent, "
                    + status.parked()
                    + " parked.");
      }
      return 0;
    }
  }

  private static Json json(List<OutboxItem> items) {
    List<Json> all = new ArrayList<>();
    for (OutboxItem item : items) {
      Problem problem = item.problem();
      all.add(
          Members.of(item.key())
              .text("mutationId", item.id())
              .text("kind", item.kind())
              .text("state", item.state())
              .document("data", item.data())
              .time("editedAt", item.editedAt())
              .number("attempts", item.attempts())
              .time("nextAttempt", item.nextAttempt())
              .json("problem", problem == null ? null : ProblemJson.write(problem))
              .build());
    }
    return new JsonArray(all);
  }

  private static void show(Session session, OutboxItem item) {
    Document data = item.data();
    session
        .screen()
        .line(
            item.id()
                + "  "
                + item.state().name().toLowerCase(Locale.ROOT)
                + "  "
                + session.shown(item.key()));
    session
        .screen()
        .line(Texts.cut("  " + item.kind() + (data == null ? "" : " " + data.text()), WIDTH));
    Problem problem = item.problem();
    if (problem != null) {
      ProblemText.lines(problem).forEach(line -> session.screen().line("  " + line));
    }
  }
}
