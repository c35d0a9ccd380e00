package org.tidemark.client.conflict;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;

/** Reads and changes members of nested objects by pointer. */
final class Pointers {

  private Pointers() {}

  /** The value there; null where there is none. */
  static @Nullable Json get(JsonObject object, JsonPointer pointer) {
    Json value = object;
    for (String token : pointer.tokens()) {
      value = value instanceof JsonObject inner ? inner.get(token) : null;
      if (value == null) {
        return null;
      }
    }
    return value;
  }

  /** As {@link JsonPointer#put}; what can't be put is refused in words. */
  static JsonObject put(JsonObject object, JsonPointer pointer, @Nullable Json value) {
    try {
      return pointer.put(object, value);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Problems.invalidInput(String.valueOf(e.getMessage())), e);
    }
  }
}
