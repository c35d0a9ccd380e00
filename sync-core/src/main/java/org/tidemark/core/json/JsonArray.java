package org.tidemark.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A JSON array. */
public record JsonArray(List<Json> elements) implements Json {

  public static final JsonArray EMPTY = new JsonArray(new ArrayList<>());

  public JsonArray {
    elements = Collections.unmodifiableList(new ArrayList<>(elements));
  }

  public static JsonArray of(Json... elements) {
    return new JsonArray(List.of(elements));
  }
}
