package org.tidemark.core.decide;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/**
 * A conflict in the shape that clients get.
 *
 * <p>A value that is absent is left out, so that it can be told from JSON null.
 */
public final class ConflictPayloads {

  private ConflictPayloads() {}

  public static JsonObject toJson(Conflict conflict, String conflictId) {
    List<Json> fields = new ArrayList<>();
    for (FieldConflict field : conflict.fields()) {
      fields.add(toJson(field));
    }
    return new Members.Writer()
        .text("conflictId", conflictId)
        .text("conflictType", conflict.type().name())
        .document("serverData", conflict.serverData())
        .document("clientData", conflict.clientData())
        .document("baseData", conflict.baseData())
        .number("serverVersion", conflict.serverVersion())
        .number("localVersion", conflict.localVersion())
        .time("serverUpdatedAt", conflict.serverUpdatedAt())
        .time("clientUpdatedAt", conflict.clientUpdatedAt())
        .time("clientEffectiveAt", conflict.clientEffectiveAt())
        .put("fields", new JsonArray(fields))
        .document("resolutionSuggested", conflict.suggested())
        .text("explanation", conflict.explanation())
        .object();
  }

  private static JsonObject toJson(FieldConflict field) {
    return new Members.Writer()
        .put("path", new JsonString(field.path()))
        .put("base", field.base())
        .put("server", field.server())
        .put("client", field.client())
        .put("suggested", field.suggested())
        .put("settled", JsonBoolean.of(field.settled()))
        .object();
  }

  /** Reads what {@link #toJson} wrote, its id left out. */
  public static Conflict fromJson(JsonObject json) {
    Members members = new Members(json);
    List<FieldConflict> fields = new ArrayList<>();
    for (Members field : members.objects("fields")) {
      fields.add(
          new FieldConflict(
              field.text("path"),
              field.json().get("base"),
              field.json().get("server"),
              field.json().get("client"),
              field.json().get("suggested"),
              field.isTrue("settled")));
    }
    return new Conflict(
        ConflictType.valueOf(members.text("conflictType")),
        members.documentOrNull("serverData"),
        members.documentOrNull("clientData"),
        members.documentOrNull("baseData"),
        members.wholeOrNull("serverVersion"),
        members.wholeOrNull("localVersion"),
        members.timeOrNull("serverUpdatedAt"),
        members.time("clientUpdatedAt"),
        members.time("clientEffectiveAt"),
        fields,
        members.documentOrNull("resolutionSuggested"),
        members.text("explanation"));
  }
}
