package org.tidemark.cli.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.record.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code conflicts}: what waits for a decision. */
@Command(
    name = "conflicts",
    description = "Shows what waits for your decision: the changed fields, both sides.")
public final class ConflictsCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "CONFLICT",
      description = "One conflict, by its id or its record as TYPE/ID; else all, oldest first.")
  private @Nullable String name;

  @Option(names = "--type", paramLabel = "TYPE", description = "Only those of this type.")
  private @Nullable EntityType type;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--full", description = "Long values as a whole.")
  private boolean full;

  @Option(names = "--json", description = "For machines: all sides as a whole.")
  private boolean json;

  private final Access access;

  public ConflictsCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      String one = name;
      List<ConflictView> shown =
          one == null
              ? ConflictSearch.all(session, type).limit(Math.max(limit, 0)).toList()
              : List.of(ConflictSearch.one(session, one));
      int all = one == null ? count(session) : 1;
      if (json) {
        List<Json> items = new ArrayList<>();
        shown.forEach(view -> items.add(ConflictJson.of(view)));
        session
            .screen()
            .json(new Members().json("items", new JsonArray(items)).number("count", all).build());
      } else {
        show(session, shown, all);
      }
      return 0;
    }
  }

  private int count(Session session) {
    return type == null
        ? session.client().conflicts().count()
        : (int) ConflictSearch.all(session, type).count();
  }

  private void show(Session session, List<ConflictView> shown, int all) {
    for (ConflictView view : shown) {
      ConflictText.lines(view, session.shown(view.key()), !full).forEach(session.screen()::line);
      session.screen().line("");
    }
    String more = all > shown.size() ? "; the first " + shown.size() + " are shown" : "";
    session.screen().aside(Texts.count(all, "conflict") + more + ".");
  }
}
