package org.tidemark.app.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.Timestamps;

/** Builds the object of an answer; what is not there is null. */
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

  public Members number(String name, OptionalLong value) {
    return number(name, value.isPresent() ? Long.valueOf(value.getAsLong()) : null);
  }

  public Members flag(String name, boolean value) {
    return json(name, JsonBoolean.of(value));
  }

  public <T> Members list(String name, Iterable<T> values, Function<T, Json> each) {
    List<Json> elements = new ArrayList<>();
    values.forEach(value -> elements.add(each.apply(value)));
    return json(name, new JsonArray(elements));
  }

  /**
   * A page as {@code items}, and as {@code next} what the next one begins after; null: this is the
   * last.
   *
   * @param found one more than the page has room for, where there are more
   */
  public <T> Members page(
      List<T> found, int limit, Function<T, Json> each, Function<T, @Nullable Object> name) {
    boolean isLast = found.size() <= limit;
    return list("items", isLast ? found : found.subList(0, limit), each)
        .text("next", isLast ? null : name.apply(found.get(limit - 1)));
  }

  public Members json(String name, @Nullable Json value) {
    members.put(name, value == null ? JsonNull.INSTANCE : value);
    return this;
  }

  public JsonObject build() {
    return new JsonObject(members);
  }
}
