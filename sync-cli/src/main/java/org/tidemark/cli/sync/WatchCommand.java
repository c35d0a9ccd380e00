package org.tidemark.cli.sync;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.problem.Problem;
import picocli.CommandLine.Command;

/** {@code watch}: syncs by itself and tells what happens, until it is stopped. */
@Command(
    name = "watch",
    description = {
      "Syncs when the server announces a change, when something is due, and now and then.",
      "Ctrl-C ends it. Meanwhile no other call can open the data file."
    })
public final class WatchCommand implements Callable<Integer> {

  private final Access access;

  public WatchCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.openOnline()) {
      Thread closing = new Thread(session::close, "close");
      Runtime.getRuntime().addShutdownHook(closing);
      session.client().events().subscribe(event -> tell(session, event));
      session.screen().line("Watching " + session.settings().server() + ". Ctrl-C ends it.");
      session.client().start();
      awaitEnd();
      Runtime.getRuntime().removeShutdownHook(closing);
      return 0;
    }
  }

  /** Ctrl-C ends the process; an interrupt ends the wait. */
  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(Session session, ClientEvent event) {
    Screen screen = session.screen();
    if (event instanceof ClientEvent.RecordChanged changed) {
      screen.line("Changed: " + session.shown(changed.key()));
    } else if (event instanceof ClientEvent.Failed failed) {
      Problem problem = failed.problem();
      ProblemText.lines(problem).forEach(screen::aside);
    } else {
      Happenings.lines(event, session).forEach(screen::line);
    }
  }
}
