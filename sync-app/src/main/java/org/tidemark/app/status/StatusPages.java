package org.tidemark.app.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.session.TypedToken;
import org.tidemark.app.session.Workplace;
import org.tidemark.client.Status;
import org.tidemark.client.SyncClient;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.SpaceId;

/** Tells how the client stands, and takes what a person sets. */
public final class StatusPages {

  private final Workplace workplace;
  private final SyncClient client;
  private final SyncDesk desk;
  private final Runnable changed;

  /**
   * @param changed is run when something was set that no event tells of
   */
  public StatusPages(Workplace workplace, SyncDesk desk, Runnable changed) {
    this.workplace = workplace;
    this.client = workplace.client();
    this.desk = desk;
    this.changed = changed;
  }

  public void add(Routes routes) {
    routes
        .get("/api/status", call -> Reply.json(status()))
        .post("/api/network", this::network)
        .post("/api/sync", this::sync)
        .post("/api/sign-in", this::signIn)
        .post("/api/space", this::space)
        .post("/api/renew-client-id", this::renew)
        .post("/api/report", this::report);
  }

  private JsonObject status() {
    Status status = client.status();
    Problem problem = status.problem();
    int uploadTroubles = client.uploads().countParked();
    Problem uploadProblem = client.uploads().problem();
    return new Members()
        .text("name", workplace.name())
        .text("server", workplace.settings().server())
        .text("user", workplace.settings().user())
        .text("space", workplace.settings().usualSpace())
        .text("file", workplace.settings().database())
        .flag("on", workplace.network().isOn())
        .text("state", status.state())
        .number("records", status.records())
        .number("pending", status.pending())
        .number("parked", status.parked())
        .number("conflicts", status.conflicts())
        .number("uploads", client.uploads().count() - uploadTroubles)
        .number("uploadTroubles", uploadTroubles)
        .time("lastPull", status.lastPull())
        .json("problem", problem == null ? null : ProblemJson.write(problem))
        .json("uploadProblem", uploadProblem == null ? null : ProblemJson.write(uploadProblem))
        .list(
            "spaces",
            client.spaces(),
            grant ->
                new Members()
                    .text("space", grant.space())
                    .text("role", grant.role())
                    .flag("mayWrite", grant.mayWrite())
                    .build())
        .build();
  }

  private Reply network(Call call) throws IOException {
    boolean on = flag(call.body(), "on");
    if (workplace.network().turn(on)) {
      desk.syncSoon();
      changed.run();
    }
    return Reply.json(status());
  }

  private Reply sync(Call call) throws IOException {
    requireEmpty(call.body());
    desk.syncSoon();
    return Reply.json(status());
  }

  private Reply signIn(Call call) throws IOException {
    String token = text(call.body(), "token").strip();
    String problem = TypedToken.problem(token, workplace.settings().user(), Instant.now());
    if (problem != null) {
      throw new Refused(400, "NO_TOKEN", problem, "/token");
    }
    workplace.token().give(token);
    client.signedIn();
    desk.syncSoon();
    return Reply.json(status());
  }

  private Reply space(Call call) throws IOException {
    String space = text(call.body(), "space");
    String problem = SpaceId.problem(space);
    if (problem != null) {
      throw Refused.invalid("/space", problem);
    }
    client.rememberSpace(new SpaceId(space));
    return Reply.json(JsonObject.EMPTY);
  }

  private Reply renew(Call call) throws IOException {
    requireEmpty(call.body());
    client.renewClientId();
    desk.syncSoon();
    return Reply.json(status());
  }

  private Reply report(Call call) throws IOException {
    boolean withContents = flag(call.body(), "withContents");
    Path file = client.report(Reports.folder(workplace.settings()), withContents);
    return Reply.json(new Members().text("file", file).build());
  }

  private static void requireEmpty(JsonObject body) {
    if (!body.isEmpty()) {
      throw new Refused(400, "INVALID_INPUT", "This takes an empty object.");
    }
  }

  private static boolean flag(JsonObject body, String name) {
    if (body.get(name) instanceof JsonBoolean flag) {
      return flag.value();
    }
    throw Refused.invalid("/" + name, "must be true or false");
  }

  private static String text(JsonObject body, String name) {
    if (body.get(name) instanceof JsonString text) {
      return text.value();
    }
    throw Refused.invalid("/" + name, "must be a text");
  }
}
