package org.tidemark.cli.sync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Session;
import org.tidemark.client.Status;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.UploadOutcome;
import org.tidemark.core.json.Json;

/** One sync of a call, files and all, and what came of it. */
public final class Exchange {

  private static final UploadOutcome NO_FILES = new UploadOutcome(0, 0, 0, null);

  private final Session session;
  private final SyncOutcome data;
  private final UploadOutcome files;
  private final Heard heard;

  private Exchange(Session session, SyncOutcome data, UploadOutcome files, Heard heard) {
    this.session = session;
    this.data = data;
    this.files = files;
    this.heard = heard;
  }

  /**
   * Syncs, then sends files.
   *
   * @param quiet whether nobody is told how far it is
   */
  public static Exchange run(Session session, boolean quiet) {
    Heard heard = new Heard(session);
    session.client().events().subscribe(heard);
    if (!quiet) {
      session.client().events().subscribe(new Progress(session));
    }
    // Somebody is waiting for this sync, so nothing else needs to be waited for.
    session.client().outbox().hurry();
    session.client().uploads().hurry();
    SyncOutcome data = session.client().syncNow();
    Problem problem = data.problem();
    boolean isReached = problem == null || problem.kind() != ErrorKind.NETWORK;
    UploadOutcome files = isReached ? session.client().uploads().uploadNow() : NO_FILES;
    return new Exchange(session, data, files, heard);
  }

  /** Whether all came to its end that does not wait for a decision. */
  public boolean isGood() {
    return problem() == null && !heard.hasFailed();
  }

  private @Nullable Problem problem() {
    Problem first = data.problem();
    return first == null ? files.problem() : first;
  }

  /** For machines. */
  public Json json() {
    Status status = session.client().status();
    Problem problem = problem();
    return new Members()
        .flag("complete", problem == null)
        .number("received", data.received())
        .number("answered", data.answered())
        .number("waiting", status.pending())
        .number("parked", status.parked())
        .number("conflicts", status.conflicts())
        .number("uploaded", files.completed())
        .number("uploads", session.uploads())
        .number("uploadsParked", session.uploads(UploadState.PARKED).size())
        .number("uploadsRefused", session.uploads(UploadState.REFUSED).size())
        .json("problem", problem == null ? null : ProblemJson.write(problem))
        .build();
  }

  /** For people. */
  public void show() {
    Screen screen = session.screen();
    screen.line(
        "Received %s, sent %s."
            .formatted(
                Texts.count(data.received(), "record"), Texts.count(data.answered(), "change")));
    heard.lines().forEach(screen::line);
    Status status = session.client().status();
    if (status.conflicts() > 0) {
      screen.line(
          Texts.count(status.conflicts(), "conflict")
              + " to decide: conflicts shows both sides, resolve decides.");
    }
    if (status.pending() > 0) {
      screen.line(Texts.count(status.pending(), "change") + " still to be sent.");
    }
    if (status.parked() > 0) {
      screen.line(Texts.count(status.parked(), "change") + " parked: outbox tells why.");
    }
    if (session.uploadsUnderWay() > 0) {
      screen.line(
          Texts.count(session.uploadsUnderWay(), "file") + " not there yet: uploads tells why.");
    }
    UploadWords.ofParked(session).forEach(screen::line);
    tellProblems(screen);
  }

  private void tellProblems(Screen screen) {
    Problem first = data.problem();
    Problem second = files.problem();
    if (first != null) {
      ProblemText.lines(first).forEach(screen::aside);
    }
    if (second != null && (first == null || !Objects.equals(first.code(), second.code()))) {
      ProblemText.lines(second).forEach(screen::aside);
    }
  }
}
