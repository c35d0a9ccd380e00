package org.tidemark.cli.outbox;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: a file for a support desk, on everything or on one change. */
@Command(
    name = "report",
    description = {
      "Writes a file for a support desk: how things stand, what waits and why, the log's end.",
      "No token is in it, and no content of records unless you say so."
    })
public final class ReportCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "CHANGE",
      description = "One change, by its id in the outbox; else all.")
  private @Nullable String name;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "Where the file goes (${DEFAULT-VALUE}).")
  private Path folder;

  @Option(names = "--with-contents", description = "With what is in the records.")
  private boolean withContents;

  private final Access access;

  public ReportCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    Path into = access.surroundings().folder().resolve(folder);
    String one = name;
    try (Session session = access.open()) {
      Path file =
          one == null
              ? session.client().report(into, withContents)
              : session
                  .client()
                  .outbox()
                  .report(OutboxSearch.one(session, one).id(), into, withContents);
      session.screen().line(file.toString());
      return 0;
    }
  }
}
