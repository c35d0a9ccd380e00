package org.tidemark.app.undo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.value.Shown;
import org.tidemark.client.SyncClient;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.undo.Offer;
import org.tidemark.client.undo.RestoreResult;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** Lists snapshots and restores them. */
public final class UndoPages {

  private static final int USUAL_PAGE = 50;
  private static final int MOST_PAGE = 200;
  private static final String SNAPSHOT = "[0-9]{1,18}";

  private final SyncClient client;

  public UndoPages(SyncClient client) {
    this.client = client;
  }

  public void add(Routes routes) {
    routes.get("/api/snapshots", this::list).post("/api/undo", this::restore);
  }

  private Reply list(Call call) {
    int limit = call.limit(USUAL_PAGE, MOST_PAGE);
    return Reply.json(
        new Members()
            .page(
                client.undo().offers(before(call), limit + 1),
                limit,
                UndoPages::line,
                each -> each.snapshot().id())
            .build());
  }

  private static @Nullable Long before(Call call) {
    String text = call.parameter("before");
    if (text != null && !text.matches(SNAPSHOT)) {
      throw Refused.invalid("before", "must be what a page gave as its next");
    }
    return text == null ? null : Long.valueOf(text);
  }

  private static JsonObject line(Offer offer) {
    Snapshot snapshot = offer.snapshot();
    Document data = snapshot.data();
    return Members.of(snapshot.key())
        .number("snapshot", snapshot.id())
        .time("takenAt", snapshot.takenAt())
        .text("reason", snapshot.reason())
        .flag("deleted", data == null)
        .flag("overOthers", offer.overOthers())
        .text("title", data == null ? null : Shown.title(data.json()))
        .text(
            "line",
            data != null && data.json().get("text") instanceof JsonString text
                ? Shown.cut(text.value())
                : null)
        .build();
  }

  /** Carries out {@code {snapshot, overLaterEdit}}; answers whether others' words came along. */
  private Reply restore(Call call) throws IOException {
    JsonObject body = call.body();
    if (!(body.get("snapshot") instanceof JsonNumber number)) {
      throw Refused.invalid("/snapshot", "must be the number of one");
    }
    boolean over = body.get("overLaterEdit") instanceof JsonBoolean flag && flag.value();
    RestoreResult result = client.undo().restore(number.value().longValue(), over);
    if (result instanceof RestoreResult.Restored restored) {
      RecordView now = restored.now();
      boolean withOthers = now != null && !now.shown().equals(now.data());
      return Reply.json(new Members().flag("withOthers", withOthers).build());
    }
    if (result instanceof RestoreResult.LaterEdit) {
      throw new Refused(
          409,
          "LATER_EDIT",
          "This was edited again since. Bringing the old state back replaces that edit, which then"
              + " is a snapshot too.");
    }
    throw new Refused(
        410, "SNAPSHOT_GONE", "This snapshot is gone: too old, or too many followed.");
  }
}
