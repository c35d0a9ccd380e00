package org.tidemark.cli.print;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.Timestamps;

/** Builds a JSON object; what is not there is null, so that each answer has all its members. */
public final class Members {

  private final TreeMap<String, Json> members = new TreeMap<>();

  /** Begins with the name of a record. */
  public static Members of(RecordKey key) {
    return new Members().text("space", key.space()).text("type", key.type()).text("id", key.id());
  }

  public Members text(String name, @Nullable Object value) {
    return json(name, value == null ? null : new JsonString(value.toString()));
  }

  public Members time(String name, @Nullable Instant value) {
    return text(name, value == null ? null : Timestamps.print(value));
  }

  public Members number(String name, @Nullable Number value) {
    return json(name, value == null ? null : JsonNumber.of(value.longValue()));
  }

  public Members flag(String name, boolean value) {
    return json(name, JsonBoolean.of(value));
  }

  public Members document(String name, @Nullable Document value) {
    return json(name, value == null ? null : value.json());
  }

  public Members json(String name, @Nullable Json value) {
    members.put(name, value == null ? JsonNull.INSTANCE : value);
    return this;
  }

  public JsonObject build() {
    return new JsonObject(members);
  }
}
