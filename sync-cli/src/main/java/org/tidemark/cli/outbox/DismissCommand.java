package org.tidemark.cli.outbox;

import java.util.concurrent.Callable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.client.outbox.OutboxItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code outbox dismiss}: gives a parked change up; a snapshot of it stays. */
@Command(name = "dismiss", description = "Gives a parked change up. undo brings it back.")
public final class DismissCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CHANGE",
      description = "Its id in the outbox, or the beginning of that.")
  private String name;

  private final Access access;

  public DismissCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      OutboxItem item = OutboxSearch.parked(session, name);
      session.tellWayBack(item.key(), () -> dismiss(session, item));
      return 0;
    }
  }

  private static void dismiss(Session session, OutboxItem item) {
    if (!session.client().outbox().dismiss(item.id())) {
      throw new Refusal("The change is gone already.");
    }
    session.screen().line("Gave up the change of " + session.shown(item.key()) + ".");
  }
}
