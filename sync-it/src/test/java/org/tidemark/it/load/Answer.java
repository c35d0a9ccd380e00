package org.tidemark.it.load;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/**
 * The answer to one mutation.
 *
 * @param raw its JSON text as it came
 */
public record Answer(String raw, JsonObject json) {

  static Answer of(String raw) {
    return new Answer(raw, parse(raw));
  }

  public String mutationId() {
    return text("clientMutationId");
  }

  public String status() {
    return text("status");
  }

  public @Nullable Integer version() {
    return json.get("version") instanceof JsonNumber number ? number.value().intValueExact() : null;
  }

  public @Nullable JsonObject data() {
    return json.get("data") instanceof JsonObject data ? data : null;
  }

  /** What the record of a counter says after the mutation. */
  public long count() {
    return Subject.count(data());
  }

  /** The error's code; empty where there is no error. */
  public String errorCode() {
    return json.get("error") instanceof JsonObject error
            && error.get("code") instanceof JsonString code
        ? code.value()
        : "";
  }

  /** Whether the mutation is as good as not sent, and has to be sent again. */
  public boolean isRetryable() {
    return json.get("error") instanceof JsonObject error
        && error.get("retryable") == JsonBoolean.TRUE;
  }

  /** Whether the record has a version that this mutation made. */
  public boolean madeVersion() {
    return version() != null && (status().equals("APPLIED") || status().equals("MERGED"));
  }

  private String text(String name) {
    return json.get(name) instanceof JsonString text ? text.value() : "";
  }

  static JsonObject parse(String text) {
    try {
      Json json = JsonReader.read(text);
      if (json instanceof JsonObject object) {
        return object;
      }
    } catch (InvalidJson e) {
      throw new IllegalArgumentException(text, e);
    }
    throw new IllegalArgumentException(text);
  }
}
