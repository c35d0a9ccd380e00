package org.tidemark.cli.sync;

import java.util.concurrent.Callable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.Status;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sync}: pulls and pushes once. */
@Command(
    name = "sync",
    description = {
      "Fetches what is new and sends what waits, once.",
      "Conflicts are told and are no failure. What was tried before is tried again at once."
    })
public final class SyncCommand implements Callable<Integer> {

  @Option(
      names = "--renew-client-id",
      description = "Takes a new name at the server first, after CLIENT_ID_TAKEN.")
  private boolean renewClientId;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  private final Access access;

  public SyncCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.openOnline()) {
      if (renewClientId) {
        session.client().renewClientId();
      }
      Heard heard = new Heard(session);
      session.client().events().subscribe(heard);
      if (!json) {
        session.client().events().subscribe(new Progress(session.screen()));
      }
      // Somebody is waiting for this sync, so nothing else needs to be waited for.
      session.client().outbox().hurry();
      SyncOutcome outcome = session.client().syncNow();
      if (json) {
        session.screen().json(json(outcome, session.client().status()));
      } else {
        show(session, outcome, heard);
      }
      return outcome.isComplete() && !heard.hasParked() ? 0 : 1;
    }
  }

  private static Json json(SyncOutcome outcome, Status status) {
    Problem problem = outcome.problem();
    return new Members()
        .flag("complete", outcome.isComplete())
        .number("received", outcome.received())
        .number("answered", outcome.answered())
        .number("waiting", outcome.waiting())
        .number("parked", status.parked())
        .number("conflicts", status.conflicts())
        .json("problem", problem == null ? null : ProblemJson.write(problem))
        .build();
  }

  private static void show(Session session, SyncOutcome outcome, Heard heard) {
    Screen screen = session.screen();
    screen.line(
        "Received %s, sent %s."
            .formatted(
                Texts.count(outcome.received(), "record"),
                Texts.count(outcome.answered(), "change")));
    heard.lines().forEach(screen::line);
    Status status = session.client().status();
    if (status.conflicts() > 0) {
      screen.line(
          Texts.count(status.conflicts(), "conflict")
              + " to decide: conflicts shows both sides, resolve decides.");
    }
    if (outcome.waiting() > 0) {
      screen.line(Texts.count(outcome.waiting(), "change") + " still to be sent.");
    }
    if (status.parked() > 0) {
      screen.line(Texts.count(status.parked(), "change") + " parked: outbox tells why.");
    }
    Problem problem = outcome.problem();
    if (problem != null) {
      ProblemText.lines(problem).forEach(screen::aside);
    }
  }
}
