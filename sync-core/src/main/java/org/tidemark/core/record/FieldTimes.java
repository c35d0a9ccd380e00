package org.tidemark.core.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;

/**
 * When each top-level field of a record was last changed: one time for most, and the exceptions.
 *
 * <p>Fields are named by pointers such as {@code /title}. A field that was removed keeps its time,
 * so that an older edit of it does not bring it back.
 */
public record FieldTimes(Instant rest, SortedMap<String, Instant> exceptions) {

  private static final String REST = "";

  public FieldTimes {
    rest = Timestamps.cut(rest);
    TreeMap<String, Instant> kept = new TreeMap<>();
    for (Map.Entry<String, Instant> entry : exceptions.entrySet()) {
      Instant time = Timestamps.cut(entry.getValue());
      if (!time.equals(rest)) {
        kept.put(entry.getKey(), time);
      }
    }
    exceptions = Collections.unmodifiableSortedMap(kept);
  }

  public static FieldTimes uniform(Instant time) {
    return new FieldTimes(time, Collections.emptySortedMap());
  }

  /** The time of one top-level field. */
  public Instant of(String pointer) {
    Instant time = exceptions.get(pointer);
    return time == null ? rest : time;
  }

  /** These times with others for some fields. */
  public FieldTimes stamp(Map<String, Instant> changed) {
    TreeMap<String, Instant> stamped = new TreeMap<>(exceptions);
    stamped.putAll(changed);
    return new FieldTimes(rest, stamped);
  }

  /** A compact text; null when every field has the fallback's time. */
  public @Nullable String text(Instant fallback) {
    if (exceptions.isEmpty() && rest.equals(Timestamps.cut(fallback))) {
      return null;
    }
    TreeMap<String, Json> members = new TreeMap<>();
    members.put(REST, JsonNumber.of(rest.toEpochMilli()));
    exceptions.forEach((field, time) -> members.put(field, JsonNumber.of(time.toEpochMilli())));
    return CanonicalJson.print(new JsonObject(members));
  }

  /** Reads what {@link #text} wrote, with the same fallback. */
  public static FieldTimes parse(@Nullable String text, Instant fallback) {
    if (text == null) {
      return uniform(fallback);
    }
    try {
      if (JsonReader.read(text) instanceof JsonObject object) {
        TreeMap<String, Instant> times = new TreeMap<>();
        object.members().forEach((field, time) -> times.put(field, instant(time, text)));
        Instant rest = times.remove(REST);
        return new FieldTimes(rest == null ? fallback : rest, times);
      }
    } catch (InvalidJson e) {
      throw new IllegalArgumentException("not the text of field times: " + text, e);
    }
    throw new IllegalArgumentException("not the text of field times: " + text);
  }

  private static Instant instant(Json time, String text) {
    if (time instanceof JsonNumber number) {
      BigDecimal millis = number.value();
      return Instant.ofEpochMilli(millis.longValueExact());
    }
    throw new IllegalArgumentException("not the text of field times: " + text);
  }
}
