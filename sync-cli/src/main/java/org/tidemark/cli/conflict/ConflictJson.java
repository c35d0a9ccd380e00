package org.tidemark.cli.conflict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Members;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;

/**
 * A conflict for machines; a field that a side does not have is left out of that field's object.
 */
final class ConflictJson {

  private ConflictJson() {}

  static Json of(ConflictView view) {
    Conflict conflict = view.conflict();
    List<Json> fields = new ArrayList<>();
    conflict.fields().forEach(field -> fields.add(of(field)));
    return Members.of(view.key())
        .text("conflictId", view.id())
        .text("revision", view.revision())
        .text("state", view.state())
        .time("detectedAt", view.detectedAt())
        .text("conflictType", conflict.type())
        .document("local", conflict.clientData())
        .document("server", conflict.serverData())
        .document("base", conflict.baseData())
        .document("suggested", conflict.suggested())
        .number("serverVersion", conflict.serverVersion())
        .text("explanation", conflict.explanation())
        .json("fields", new JsonArray(fields))
        .build();
  }

  private static Json of(FieldConflict field) {
    Members members = new Members().text("path", field.path()).flag("settled", field.settled());
    put(members, "base", field.base());
    put(members, "local", field.client());
    put(members, "server", field.server());
    put(members, "suggested", field.suggested());
    return members.build();
  }

  private static void put(Members members, String name, @Nullable Json value) {
    if (value != null) {
      members.json(name, value);
    }
  }
}
