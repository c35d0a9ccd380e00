package org.tidemark.cli.outbox;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.cli.session.UsageProblem;
import org.tidemark.client.outbox.OutboxItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outbox retry}: parked changes go again. */
@Command(name = "retry", description = "Lets a parked change go again with the next sync.")
public final class RetryCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "CHANGE",
      description = "Its id in the outbox, or the beginning of that.")
  private @Nullable String name;

  @Option(names = "--all", description = "All parked ones.")
  private boolean all;

  private final Access access;

  public RetryCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    String one = name;
    if (all == (one != null)) {
      throw new UsageProblem("Name one change, or say --all.");
    }
    try (Session session = access.open()) {
      List<OutboxItem> items =
          one == null
              ? session.client().outbox().parked()
              : List.of(OutboxSearch.parked(session, one));
      int done = 0;
      for (OutboxItem item : items) {
        done += session.client().outbox().retry(item.id()) ? 1 : 0;
      }
      session.screen().line(Texts.count(done, "change") + " will go with the next sync.");
      return 0;
    }
  }
}
