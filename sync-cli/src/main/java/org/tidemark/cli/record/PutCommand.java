package org.tidemark.cli.record;

import java.util.concurrent.Callable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Content;
import org.tidemark.cli.session.Session;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code put}: stores a record here; the next sync sends it. */
@Command(
    name = "put",
    description = "Stores a whole JSON object in place of what the record holds. Works offline.")
public final class PutCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "TYPE", description = "Such as note or invoice.")
  private EntityType type;

  @Parameters(index = "1", paramLabel = "ID", description = "The record's id, of your choice.")
  private RecordId id;

  @Parameters(
      index = "2",
      paramLabel = "JSON",
      arity = "0..1",
      defaultValue = "-",
      description = "The object, @FILE, or - for the standard input (the default).")
  private String content;

  @Option(names = "--json", description = "Answers for machines.")
  private boolean json;

  private final Access access;

  public PutCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    String data = Content.read(content, access.surroundings());
    try (Session session = access.open()) {
      RecordView view = session.client().collection(session.space(), type).put(id.value(), data);
      if (json) {
        session.screen().json(RecordJson.of(view));
      } else {
        String hint = StatusWords.hint(view.status());
        session
            .screen()
            .line("Stored " + session.shown(view.key()) + "." + (hint.isEmpty() ? "" : " " + hint));
      }
      return 0;
    }
  }
}
