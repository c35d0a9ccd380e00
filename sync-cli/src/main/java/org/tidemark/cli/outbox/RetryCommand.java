package org.tidemark.cli.outbox;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Many;
import org.tidemark.cli.session.Pages;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.cli.session.UsageProblem;
import org.tidemark.client.outbox.Outbox;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.core.record.MutationId;
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
      return one == null ? all(session) : one(session, OutboxSearch.parked(session, one));
    }
  }

  private static int one(Session session, OutboxItem item) {
    tell(session, session.client().outbox().retry(item.id()) ? 1 : 0);
    return 0;
  }

  private static void tell(Session session, int done) {
    session.screen().line(Texts.count(done, "change") + " will go with the next sync.");
  }

  /**
   * Page by page. One that goes is parked no more, and may have a new name; so the next page begins
   * after the last one that has to stay.
   */
  private static int all(Session session) {
    Outbox outbox = session.client().outbox();
    Many many = new Many(session, "Went through", session.client().status().parked());
    MutationId left = null;
    List<OutboxItem> page = outbox.parked(null, Pages.SIZE);
    while (!page.isEmpty() && many.isOpen()) {
      for (OutboxItem item : page) {
        if (!many.attempt(item.key(), () -> retry(session, item))) {
          left = item.id();
        }
      }
      page = outbox.parked(left, Pages.SIZE);
    }
    tell(session, many.done());
    return many.hasFailed() ? 1 : 0;
  }

  /** False where it went already, together with an earlier change of its record. */
  private static boolean retry(Session session, OutboxItem item) {
    Outbox outbox = session.client().outbox();
    boolean done = outbox.retry(item.id());
    if (!done && outbox.find(item.id()).isPresent()) {
      throw new Refusal(
          "The change of "
              + session.shown(item.key())
              + " waits for a later one that is under way: sync, then retry it.");
    }
    return done;
  }
}
