package org.tidemark.cli.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Names;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.cli.session.UsageProblem;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.undo.RestoreResult;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.Timestamps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}: lists what was overridden here, and brings it back. */
@Command(
    name = "undo",
    description = {
      "Without an argument: lists what was overridden on this device, newest first.",
      "With one: brings that back as a new edit, which sync sends."
    })
public final class UndoCommand implements Callable<Integer> {

  private static final int WIDTH = 80;

  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      description = "A number of the list, or a record as TYPE/ID for its newest one.")
  private @Nullable String name;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Lists at most so many (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--yes", description = "Goes over a later edit without a question.")
  private boolean yes;

  @Option(names = "--json", description = "For machines: the list.")
  private boolean json;

  private final Access access;

  public UndoCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    String chosen = name;
    if (limit < 1) {
      throw new UsageProblem("--limit is at least 1.");
    }
    try (Session session = access.open()) {
      if (chosen == null) {
        list(session, session.client().undo().recent(limit));
      } else {
        restore(session, number(session, chosen));
      }
      return 0;
    }
  }

  private void list(Session session, List<Snapshot> snapshots) {
    if (json) {
      List<Json> items = new ArrayList<>();
      snapshots.forEach(each -> items.add(json(each)));
      session.screen().json(new Members().json("items", new JsonArray(items)).build());
      return;
    }
    for (Snapshot each : snapshots) {
      session
          .screen()
          .line(
              "%4d  %s  %s, %s"
                  .formatted(
                      each.id(),
                      Timestamps.print(each.takenAt()),
                      session.shown(each.key()),
                      SnapshotWords.of(each.reason())));
      session.screen().line(Texts.cut("      " + text(each.data()), WIDTH));
    }
    session
        .screen()
        .aside(snapshots.isEmpty() ? "There is nothing to undo." : "undo NUMBER brings one back.");
  }

  private static Json json(Snapshot snapshot) {
    return Members.of(snapshot.key())
        .number("snapshot", snapshot.id())
        .time("takenAt", snapshot.takenAt())
        .text("reason", snapshot.reason())
        .document("data", snapshot.data())
        .build();
  }

  private static long number(Session session, String chosen) {
    if (chosen.indexOf('/') < 0) {
      try {
        return Long.parseLong(chosen);
      } catch (NumberFormatException e) {
        throw new UsageProblem("\"" + chosen + "\" is neither a snapshot's number nor TYPE/ID.");
      }
    }
    RecordKey key = Names.key(session.space(), chosen);
    return session
        .client()
        .undo()
        .latest(key)
        .map(Snapshot::id)
        .orElseThrow(() -> new Refusal("There is no snapshot of " + session.shown(key) + "."));
  }

  private void restore(Session session, long id) {
    RestoreResult result = session.client().undo().restore(id, yes);
    if (result instanceof RestoreResult.LaterEdit later) {
      String now = text(later.now());
      if (!session
          .screen()
          .agreed("The record was changed since: it is " + now + ". Bring the old state back?")) {
        throw new Refusal("Nothing was done. With --yes, nobody is asked.");
      }
      result = session.client().undo().restore(id, true);
    }
    if (result instanceof RestoreResult.Restored restored) {
      session.screen().line("Brought back: " + text(restored.now()) + ". sync sends it.");
    } else {
      throw new Refusal("There is no snapshot " + id + ": it is too old, or never was.");
    }
  }

  private static String text(@Nullable RecordView view) {
    return text(view == null ? null : view.data());
  }

  private static String text(@Nullable Document data) {
    return data == null ? "(deleted)" : data.text();
  }
}
