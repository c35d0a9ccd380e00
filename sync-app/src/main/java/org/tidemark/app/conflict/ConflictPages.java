package org.tidemark.app.conflict;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.value.Typed;
import org.tidemark.client.SyncClient;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.ResolveResult;
import org.tidemark.client.conflict.Side;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** Shows conflicts and takes decisions. */
public final class ConflictPages {

  private static final int USUAL_PAGE = 50;
  private static final int MOST_PAGE = 200;

  private final SyncClient client;

  public ConflictPages(SyncClient client) {
    this.client = client;
  }

  public void add(Routes routes) {
    routes
        .get("/api/conflicts", this::list)
        .get("/api/conflict", call -> Reply.json(ConflictJson.whole(find(call))))
        .post("/api/conflict/resolve", this::resolve)
        .post("/api/conflict/dismiss", this::dismiss);
  }

  private Reply list(Call call) {
    int limit = call.limit(USUAL_PAGE, MOST_PAGE);
    List<ConflictView> open = client.conflicts().open(call.parameter("after"), limit + 1);
    return Reply.json(
        new Members()
            .page(open, limit, ConflictJson::line, ConflictView::id)
            .number("count", client.conflicts().count())
            .build());
  }

  private ConflictView find(Call call) {
    return client
        .conflicts()
        .find(call.required("conflict"))
        .orElseThrow(() -> Refused.unknown("conflict"));
  }

  /**
   * Carries out {@code {seen, choice, sides: {pointer: side}, values: {pointer: typed}}}; answers
   * the snapshots of the local and of the server's side, where the decision did not take them, and
   * whether the way back to the local one goes over what others wrote.
   */
  private Reply resolve(Call call) throws IOException {
    JsonObject body = call.body();
    if (!(body.get("seen") instanceof JsonString seen)) {
      throw Refused.invalid("/seen", "must be a text, as it came with the conflict");
    }
    ConflictView view = find(call);
    Choice choice = choice(body);
    ResolveResult result = client.conflicts().resolve(view.id(), seen.value(), choice);
    if (result instanceof ResolveResult.ChangedMeanwhile) {
      throw new Refused(
          409,
          "CHANGED_MEANWHILE",
          "A side of this conflict changed while you were looking. Look at it again, then decide.");
    }
    if (!(result instanceof ResolveResult.Queued queued)) {
      throw notOpen();
    }
    return Reply.json(
        Members.of(view.key())
            .number("undo", queued.localUndo())
            .number("undoToServer", queued.serverUndo())
            .flag("undoesOthers", Outcome.holdsOthers(view.conflict(), choice))
            .build());
  }

  private static Refused notOpen() {
    return new Refused(409, "NOT_OPEN", "This conflict was decided already; it waits no more.");
  }

  private static Choice choice(JsonObject body) {
    String choice = body.get("choice") instanceof JsonString text ? text.value() : "";
    return switch (choice) {
      case "KEEP_LOCAL" -> Choice.keepLocal();
      case "USE_SERVER" -> Choice.useServer();
      case "ACCEPT_SUGGESTION" -> Choice.acceptSuggestion();
      case "FIELDS" -> fields(body);
      default ->
          throw Refused.invalid(
              "/choice", "must be KEEP_LOCAL, USE_SERVER, ACCEPT_SUGGESTION or FIELDS");
    };
  }

  private static Choice fields(JsonObject body) {
    Map<String, Side> sides = new TreeMap<>();
    members(body, "sides").forEach((path, side) -> sides.put(path, side(side, "/sides" + path)));
    Map<String, Json> values = new TreeMap<>();
    members(body, "values")
        .forEach(
            (path, typed) -> {
              Json value = Typed.read(typed, path, path);
              if (value == null) {
                throw Refused.field(path, path, "must have a value; or take the side without one");
              }
              values.put(path, value);
            });
    return Choice.fields(sides, values);
  }

  private static Side side(Json value, String place) {
    for (Side side : Side.values()) {
      if (value instanceof JsonString text && text.value().equals(side.name())) {
        return side;
      }
    }
    throw Refused.invalid(place, "must be LOCAL, SERVER or SUGGESTED");
  }

  private static Map<String, Json> members(JsonObject body, String name) {
    @Nullable Json value = body.get(name);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof JsonObject object && object.members().size() <= ConflictJson.MOST_FIELDS) {
      return object.members();
    }
    throw Refused.invalid("/" + name, "must be an object of the changed fields");
  }

  /** Gives a conflict up; answers the snapshot of what was here, where that went with it. */
  private Reply dismiss(Call call) throws IOException {
    call.body();
    ResolveResult result = client.conflicts().dismiss(find(call).id());
    if (result instanceof ResolveResult.Decidable) {
      throw new Refused(
          409, "NOT_DISMISSED", "This conflict can be decided; only one in a lost space can't.");
    }
    if (!(result instanceof ResolveResult.Dismissed dismissed)) {
      throw notOpen();
    }
    return Reply.json(new Members().number("undo", dismissed.localUndo()).build());
  }
}
