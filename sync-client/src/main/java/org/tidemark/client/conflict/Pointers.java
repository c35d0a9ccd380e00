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

  /**
   * The object with another value there; null removes the member. What is within something else
   * than an object, such as a list, can't be put: that would take the place of the whole.
   */
  static JsonObject put(JsonObject object, JsonPointer pointer, @Nullable Json value) {
    if (pointer.tokens().isEmpty()) {
      throw new ClientException(Problems.invalidInput("a field has a name"));
    }
    return put(object, pointer, 0, value);
  }

  private static JsonObject put(
      JsonObject object, JsonPointer pointer, int depth, @Nullable Json value) {
    String token = pointer.tokens().get(depth);
    if (depth == pointer.tokens().size() - 1) {
      return value == null ? object.without(token) : object.with(token, value);
    }
    Json found = object.get(token);
    JsonObject inner = found instanceof JsonObject known ? known : JsonObject.EMPTY;
    if (found != null && found != inner) {
      throw new ClientException(
          Problems.invalidInput(pointer + " is within something that has no fields"));
    }
    return object.with(token, put(inner, pointer, depth + 1, value));
  }
}
