package org.tidemark.app.conflict;

import java.util.List;
import org.tidemark.app.http.Members;
import org.tidemark.app.value.Shown;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** A conflict for a page. */
final class ConflictJson {

  /** The changed fields that a page gets; what a decision does not name goes as suggested. */
  static final int MOST_FIELDS = 200;

  private static final int MOST_NAMES = 5;
  private static final int MOST_DROPPED = 8;

  private ConflictJson() {}

  /** One line of a list. */
  static JsonObject line(ConflictView view) {
    return head(view).build();
  }

  private static Members head(ConflictView view) {
    List<FieldConflict> fields = view.conflict().fields();
    return Members.of(view.key())
        .text("conflict", view.id())
        .text("title", Shown.title(view.conflict()))
        .text("state", view.state())
        .time("detectedAt", view.detectedAt())
        .flag("localDeleted", view.conflict().clientData() == null)
        .flag("serverDeleted", view.conflict().serverData() == null)
        .number("changed", fields.size())
        .list(
            "names",
            fields.subList(0, Math.min(MOST_NAMES, fields.size())),
            field -> new JsonString(field.path()));
  }

  /** The changed fields with all sides, and the name of what is shown here. */
  static JsonObject whole(ConflictView view) {
    Conflict conflict = view.conflict();
    List<FieldConflict> fields = conflict.fields();
    List<FieldConflict> shown = fields.subList(0, Math.min(MOST_FIELDS, fields.size()));
    return head(view)
        .text("seen", view.revision())
        .text("explanation", conflict.explanation())
        .time("serverUpdatedAt", conflict.serverUpdatedAt())
        .time("localUpdatedAt", conflict.clientUpdatedAt())
        .flag("suggestionDeletes", conflict.suggested() == null)
        .number("moreFields", fields.size() - shown.size())
        .list("fields", shown, ConflictJson::field)
        .json("keepLocalDrops", dropped(view.keepLocalDrops()))
        .json("useServerDrops", dropped(view.useServerDrops()))
        .build();
  }

  /** {@code {fields, more}}: the first ones, and how many there are besides. */
  private static Json dropped(List<String> paths) {
    List<String> named = paths.subList(0, Math.min(MOST_DROPPED, paths.size()));
    return new Members()
        .list("fields", named, JsonString::new)
        .number("more", paths.size() - named.size())
        .build();
  }

  private static Json field(FieldConflict field) {
    return new Members()
        .text("path", field.path())
        .flag("settled", field.settled())
        .json("base", Shown.of(field.base()))
        .json("local", Shown.of(field.client()))
        .json("server", Shown.of(field.server()))
        .json("suggested", Shown.of(field.suggested()))
        .build();
  }
}
