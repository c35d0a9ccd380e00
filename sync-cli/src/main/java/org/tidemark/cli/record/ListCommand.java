package org.tidemark.cli.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.record.RecordCollection;
import org.tidemark.client.record.RecordPage;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code list}: the records of a type. */
@Command(name = "list", description = "Lists the records of a type, in the order of their ids.")
public final class ListCommand implements Callable<Integer> {

  private static final int WIDTH = 80;
  private static final int WIDEST_ID = 36;

  @Parameters(paramLabel = "TYPE", description = "Such as note or invoice.")
  private EntityType type;

  @Option(names = "--after", paramLabel = "ID", description = "Goes on after this id.")
  private @Nullable RecordId after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  private final Access access;

  public ListCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      RecordCollection records = session.client().collection(session.space(), type);
      RecordPage page = records.list(after, limit);
      if (json) {
        session.screen().json(json(page, records.count()));
      } else {
        show(session, page, records.count());
      }
      return 0;
    }
  }

  private static Json json(RecordPage page, long count) {
    List<Json> items = new ArrayList<>();
    page.items().forEach(view -> items.add(RecordJson.of(view)));
    return new Members()
        .json("items", new JsonArray(items))
        .text("next", page.next())
        .number("count", count)
        .build();
  }

  private void show(Session session, RecordPage page, long count) {
    int width = 2;
    for (RecordView view : page.items()) {
      width = Math.max(width, Math.min(WIDEST_ID, view.key().id().value().length()));
    }
    for (RecordView view : page.items()) {
      String start =
          Texts.padded(view.key().id().value(), width)
              + "  "
              + Texts.padded(StatusWords.word(view.status()), 9)
              + "  ";
      session
          .screen()
          .line(Texts.cut(start + view.data().text(), Math.max(WIDTH, start.length() + 20)));
    }
    String of = Texts.count(count, "record") + " of type " + type + " in " + session.space();
    RecordId next = page.next();
    session.screen().aside(next == null ? of + "." : of + "; go on with --after '" + next + "'.");
  }
}
