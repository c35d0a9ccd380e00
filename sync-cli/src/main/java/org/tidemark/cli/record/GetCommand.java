package org.tidemark.cli.record;

import java.util.concurrent.Callable;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.client.record.Preview;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code get}: one record. Its content alone is the answer, so that it can go into a file. */
@Command(name = "get", description = "Shows a record as it is on this device.")
public final class GetCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "TYPE", description = "Such as note or invoice.")
  private EntityType type;

  @Parameters(index = "1", paramLabel = "ID", description = "The record's id.")
  private RecordId id;

  @Option(names = "--json", description = "For machines: with status, version and preview.")
  private boolean json;

  private final Access access;

  public GetCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      RecordView view = find(session, type, id);
      if (json) {
        session.screen().json(RecordJson.of(view));
      } else {
        session.screen().json(view.json());
        hint(session.screen(), view);
      }
      return 0;
    }
  }

  /** The record, or a refusal that says that there is none. */
  static RecordView find(Session session, EntityType type, RecordId id) {
    return session
        .client()
        .collection(session.space(), type)
        .get(id.value())
        .orElseThrow(
            () ->
                new Refusal(
                    "There is no %s/%s in the space %s on this device."
                        .formatted(type, id, session.space())));
  }

  private static void hint(Screen screen, RecordView view) {
    if (view.status() != RecordStatus.SYNCED) {
      screen.aside(StatusWords.hint(view.status()));
    }
    Preview preview = view.preview();
    Document expected = preview == null ? null : preview.data();
    if (expected != null && !expected.equals(view.data())) {
      screen.aside("The server will probably make of it: " + expected.text());
    }
  }
}
