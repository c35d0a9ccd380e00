package org.tidemark.cli.record;

import java.util.concurrent.Callable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code delete}: deletes a record here; the next sync sends the deletion. */
@Command(name = "delete", description = "Deletes a record. Works offline.")
public final class DeleteCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "TYPE", description = "Such as note or invoice.")
  private EntityType type;

  @Parameters(index = "1", paramLabel = "ID", description = "The record's id.")
  private RecordId id;

  private final Access access;

  public DeleteCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      RecordView view = GetCommand.find(session, type, id);
      session.client().collection(session.space(), type).delete(id.value());
      session.screen().line("Deleted " + session.shown(view.key()) + " here: sync sends it.");
      return 0;
    }
  }
}
