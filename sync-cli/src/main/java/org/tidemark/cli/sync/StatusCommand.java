package org.tidemark.cli.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.Status;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.record.Timestamps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: how things stand on this device. */
@Command(
    name = "status",
    description = "Tells whose data these are, what waits to be sent, and what waits for you.")
public final class StatusCommand implements Callable<Integer> {

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  private final Access access;

  public StatusCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      if (json) {
        session.screen().json(json(session));
      } else {
        show(session);
      }
      return 0;
    }
  }

  private static Json json(Session session) {
    Status status = session.client().status();
    List<Json> spaces = new ArrayList<>();
    for (SpaceGrant grant : session.client().spaces()) {
      spaces.add(new Members().text("space", grant.space()).text("role", grant.role()).build());
    }
    return new Members()
        .text("server", session.settings().server())
        .text("user", session.settings().user())
        .text("database", session.settings().database())
        .text("space", session.space())
        .json("spaces", new JsonArray(spaces))
        .number("records", status.records())
        .number("pending", status.pending())
        .number("parked", status.parked())
        .number("conflicts", status.conflicts())
        .number("uploads", session.uploads())
        .time("lastPull", status.lastPull())
        .build();
  }

  private static void show(Session session) {
    Status status = session.client().status();
    Screen screen = session.screen();
    screen.line("User       " + session.settings().user() + " at " + session.settings().server());
    screen.line("Space      " + session.space() + others(session));
    screen.line("Records    " + status.records() + " in all spaces");
    screen.line("To send    " + status.pending() + hint(status.pending(), "sync"));
    screen.line("Parked     " + status.parked() + hint(status.parked(), "outbox"));
    screen.line("Conflicts  " + status.conflicts() + hint(status.conflicts(), "conflicts"));
    screen.line("Uploads    " + session.uploads() + hint(session.uploads(), "uploads"));
    Instant pulled = status.lastPull();
    screen.line("Last sync  " + (pulled == null ? "never" : Timestamps.print(pulled)));
  }

  private static String hint(int number, String command) {
    return number == 0 ? "" : "  (" + command + ")";
  }

  private static String others(Session session) {
    List<String> names = new ArrayList<>();
    for (SpaceGrant grant : session.client().spaces()) {
      if (!grant.space().equals(session.space())) {
        names.add(grant.space().value());
      }
    }
    return names.isEmpty() ? "" : "  (others: " + String.join(", ", names) + ")";
  }
}
