package org.tidemark.web.graphql.policy;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonObject;
import org.tidemark.server.failure.Failures;

/** Takes JSON objects from arguments, and refuses what is none with its place. */
final class ObjectInputs {
  private ObjectInputs() {}

  static JsonObject required(String path, JsonInput input) {
    JsonObject object = orNull(path, input);
    if (object == null) {
      throw Failures.invalid(path, "must be an object");
    }
    return object;
  }

  static @Nullable JsonObject orNull(String path, JsonInput input) {
    if (input instanceof JsonInput.Invalid invalid) {
      throw Failures.invalid(path + invalid.pointer(), invalid.reason());
    }
    Json value = input.valueOrNull();
    if (value == null || value instanceof JsonObject) {
      return (JsonObject) value;
    }
    throw Failures.invalid(path, "must be an object");
  }
}
