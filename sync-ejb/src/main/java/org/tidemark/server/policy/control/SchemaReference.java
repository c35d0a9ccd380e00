package org.tidemark.server.policy.control;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonString;

/** A reference in a schema: where it stands, and what it names. */
record SchemaReference(JsonPointer pointer, String target) {

  /** The first reference to such a target; null: there is none. */
  static @Nullable SchemaReference find(Json schema, Predicate<String> target) {
    return find(schema, JsonPointer.ROOT, target);
  }

  private static @Nullable SchemaReference find(
      Json json, JsonPointer place, Predicate<String> target) {
    SchemaReference found = null;
    if (json instanceof JsonObject object) {
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        JsonPointer here = place.append(member.getKey());
        boolean refers = member.getKey().matches("\\$(dynamic|recursive)?[rR]ef");
        if (refers && member.getValue() instanceof JsonString text && target.test(text.value())) {
          return new SchemaReference(here, text.value());
        }
        found = found == null ? find(member.getValue(), here, target) : found;
      }
    } else if (json instanceof JsonArray array) {
      List<Json> elements = array.elements();
      for (int i = 0; i < elements.size() && found == null; i++) {
        found = find(elements.get(i), place.append(String.valueOf(i)), target);
      }
    }
    return found;
  }
}
