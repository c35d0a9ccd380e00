package org.tidemark.app.record;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.value.Typed;
import org.tidemark.client.SyncClient;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.record.NewestPage;
import org.tidemark.client.record.RecordCollection;
import org.tidemark.client.record.RecordPosition;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.RecordKey;

/** Reads and edits records for pages. */
public final class RecordPages {

  private static final int USUAL_PAGE = 50;
  private static final int MOST_PAGE = 200;

  private final SyncClient client;
  private final Supplier<String> ids;
  private final Seen seen = new Seen();

  public RecordPages(SyncClient client) {
    this.client = client;
    this.ids = () -> UUID.randomUUID().toString();
  }

  public void add(Routes routes) {
    routes
        .get("/api/records", this::list)
        .post("/api/records", this::create)
        .get("/api/record", this::read)
        .post("/api/record", this::edit)
        .post("/api/record/delete", this::delete);
  }

  private RecordCollection collection(RecordKey key) {
    return client.collection(key.space(), key.type());
  }

  private Reply list(Call call) {
    RecordCollection records = client.collection(Keys.space(call), Keys.type(call));
    String words = call.parameter("words");
    NewestPage page =
        records.newest(words == null ? "" : words, after(call), call.limit(USUAL_PAGE, MOST_PAGE));
    return Reply.json(
        new Members()
            .list("items", page.items(), RecordJson::line)
            .text("next", page.next())
            .number("count", records.count())
            .build());
  }

  private static @Nullable RecordPosition after(Call call) {
    String text = call.parameter("after");
    return text == null
        ? null
        : RecordPosition.parse(text)
            .orElseThrow(() -> Refused.invalid("after", "must be what a page gave as its next"));
  }

  private Reply read(Call call) {
    return answer(find(Keys.key(call)));
  }

  private RecordView find(RecordKey key) {
    return collection(key).get(key.id().value()).orElseThrow(() -> Refused.unknown("record"));
  }

  private Reply answer(RecordView view) {
    String conflict =
        view.status() == RecordStatus.CONFLICT
            ? client.conflicts().of(view.key()).map(ConflictView::id).orElse(null)
            : null;
    return Reply.json(RecordJson.whole(view, seen.keep(view), conflict));
  }

  private Reply create(Call call) throws IOException {
    RecordCollection records = client.collection(Keys.space(call), Keys.type(call));
    JsonObject data = changed(JsonObject.EMPTY, call.body());
    return answer(records.put(ids.get(), data));
  }

  /** Carries out {@code {seen, set: {pointer: typed}, add: {pointer: number}}}. */
  private Reply edit(Call call) throws IOException {
    RecordKey key = Keys.key(call);
    JsonObject body = call.body();
    RecordView view = shown(key, body);
    return answer(collection(key).edit(view, changed(view.shown().json(), body)));
  }

  /** Deletes, and answers the snapshot that brings it back; null: there was nothing to keep. */
  private Reply delete(Call call) throws IOException {
    RecordKey key = Keys.key(call);
    RecordView view = shown(key, call.body());
    return Reply.json(Members.of(key).number("undo", collection(key).delete(view)).build());
  }

  /** What the page was showing when its person began to edit. */
  private RecordView shown(RecordKey key, JsonObject body) {
    if (!(body.get("seen") instanceof JsonString name)) {
      throw Refused.invalid("/seen", "must name what was shown");
    }
    return seen.find(name.value())
        .filter(view -> view.key().equals(key))
        .or(
            () ->
                collection(key)
                    .get(key.id().value())
                    .filter(view -> Seen.name(view).equals(name.value())))
        .orElseThrow(
            () ->
                new Refused(
                    409,
                    "SEEN_TOO_LONG_AGO",
                    "This was opened long ago and has changed since. Open it again; what you typed"
                        + " stays on the screen until then."));
  }

  private static JsonObject changed(JsonObject before, JsonObject body) {
    JsonObject data = before;
    for (Map.Entry<String, Json> each : members(body, "set").entrySet()) {
      data =
          put(
              data,
              each.getKey(),
              Typed.read(each.getValue(), each.getKey(), "/set/" + each.getKey()));
    }
    for (Map.Entry<String, Json> each : members(body, "add").entrySet()) {
      data = put(data, each.getKey(), sum(data, each.getKey(), each.getValue()));
    }
    return data;
  }

  private static Map<String, Json> members(JsonObject body, String name) {
    Json value = body.get(name);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof JsonObject object) || object.members().size() > RecordJson.MOST_FIELDS) {
      throw Refused.invalid(
          "/" + name, "must be an object of at most " + RecordJson.MOST_FIELDS + " fields");
    }
    return object.members();
  }

  private static JsonObject put(JsonObject data, String pointer, @Nullable Json value) {
    String problem = JsonPointer.problem(pointer);
    if (problem == null && JsonPointer.parse(pointer).tokens().size() > JsonReader.MAX_DEPTH) {
      problem = "is deeper than " + JsonReader.MAX_DEPTH + " levels";
    }
    if (problem != null) {
      throw Refused.invalid(pointer, problem);
    }
    try {
      return JsonPointer.parse(pointer).put(data, value);
    } catch (IllegalArgumentException e) {
      throw Refused.invalid(pointer, String.valueOf(e.getMessage()));
    }
  }

  private static Json sum(JsonObject data, String pointer, Json more) {
    Json before = data.get(pointer.replaceFirst("^/", ""));
    if (!(more instanceof JsonNumber number)
        || (before != null && !(before instanceof JsonNumber))) {
      throw Refused.invalid(pointer, "must be a number, and have one added");
    }
    return before == null
        ? number
        : new JsonNumber(((JsonNumber) before).value().add(number.value()));
  }
}
