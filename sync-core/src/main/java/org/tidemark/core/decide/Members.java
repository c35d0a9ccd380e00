package org.tidemark.core.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.Timestamps;

/** Reads the members of an object that this package wrote; anything else is a defect. */
record Members(JsonObject json) {

  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  @Nullable String textOrNull(String name) {
    return json.get(name) instanceof JsonString string ? string.value() : null;
  }

  Instant time(String name) {
    return instant(name, text(name));
  }

  @Nullable Instant timeOrNull(String name) {
    String text = textOrNull(name);
    return text == null ? null : instant(name, text);
  }

  SortedMap<String, Instant> times(String name) {
    SortedMap<String, Instant> times = new TreeMap<>();
    Members members = object(name);
    for (String field : members.json().members().keySet()) {
      times.put(field, members.time(field));
    }
    return times;
  }

  private static Instant instant(String name, String text) {
    Instant time = Timestamps.parse(text);
    if (time == null) {
      throw missing(name);
    }
    return time;
  }

  int whole(String name) {
    Integer number = wholeOrNull(name);
    if (number == null) {
      throw missing(name);
    }
    return number;
  }

  @Nullable Integer wholeOrNull(String name) {
    return json.get(name) instanceof JsonNumber number ? number.value().intValueExact() : null;
  }

  @Nullable Long longOrNull(String name) {
    return json.get(name) instanceof JsonNumber number ? number.value().longValueExact() : null;
  }

  boolean isTrue(String name) {
    return json.get(name) == JsonBoolean.TRUE;
  }

  @Nullable Document documentOrNull(String name) {
    return json.get(name) instanceof JsonObject object ? Document.of(object) : null;
  }

  @Nullable Members objectOrNull(String name) {
    return json.get(name) instanceof JsonObject object ? new Members(object) : null;
  }

  Members object(String name) {
    Members members = objectOrNull(name);
    if (members == null) {
      throw missing(name);
    }
    return members;
  }

  List<Members> objects(String name) {
    List<Members> objects = new ArrayList<>();
    if (json.get(name) instanceof JsonArray array) {
      for (Json element : array.elements()) {
        if (element instanceof JsonObject object) {
          objects.add(new Members(object));
        }
      }
    }
    return objects;
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("no usable member \"" + name + "\" in a stored decision");
  }

  /** Collects members; what is null is left out. */
  static final class Writer {

    private final TreeMap<String, Json> members = new TreeMap<>();

    Writer put(String name, @Nullable Json value) {
      if (value != null) {
        members.put(name, value);
      }
      return this;
    }

    Writer text(String name, @Nullable String value) {
      return put(name, value == null ? null : new JsonString(value));
    }

    Writer number(String name, @Nullable Number value) {
      return put(name, value == null ? null : JsonNumber.of(value.longValue()));
    }

    Writer time(String name, @Nullable Instant value) {
      return text(name, value == null ? null : Timestamps.print(value));
    }

    Writer times(String name, SortedMap<String, Instant> times) {
      Writer members = new Writer();
      times.forEach(members::time);
      return put(name, members.object());
    }

    Writer document(String name, @Nullable Document value) {
      return put(name, value == null ? null : value.json());
    }

    JsonObject object() {
      return new JsonObject(members);
    }
  }
}
