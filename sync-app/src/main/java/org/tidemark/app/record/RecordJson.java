package org.tidemark.app.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Members;
import org.tidemark.app.value.Shown;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonString;

/** A record for a page. */
final class RecordJson {

  /** The fields of one record that a page gets; the others stay as they are. */
  static final int MOST_FIELDS = 200;

  private RecordJson() {}

  /** One line of a list. */
  static JsonObject line(RecordView view) {
    JsonObject data = view.shown().json();
    return head(view, data)
        .text("line", data.get("text") instanceof JsonString text ? Shown.cut(text.value()) : null)
        .build();
  }

  /**
   * All of it, with the name to edit it by.
   *
   * @param conflict the one that waits for a person; null: none does
   */
  static JsonObject whole(RecordView view, String seen, @Nullable String conflict) {
    JsonObject data = view.shown().json();
    List<Json> fields = new ArrayList<>();
    for (Map.Entry<String, Json> member : data.members().entrySet()) {
      if (fields.size() == MOST_FIELDS) {
        break;
      }
      fields.add(
          new Members()
              .text("path", JsonPointer.field(member.getKey()))
              .json("value", Shown.of(member.getValue()))
              .build());
    }
    return head(view, data)
        .text("seen", seen)
        .text("conflict", conflict)
        .list("fields", fields, field -> field)
        .number("moreFields", data.members().size() - fields.size())
        .flag("previewed", view.preview() != null)
        .build();
  }

  private static Members head(RecordView view, JsonObject data) {
    @Nullable String title = Shown.title(data);
    return Members.of(view.key())
        .text("title", title)
        .text("status", view.status())
        .time("updatedAt", view.updatedAt())
        .json("tags", Shown.of(data.get("tags")))
        .json("votes", Shown.of(data.get("votes")))
        .json("photo", Shown.of(data.get("photo")));
  }
}
