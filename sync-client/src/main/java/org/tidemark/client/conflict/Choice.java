package org.tidemark.client.conflict;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;

/** A person's decision on a conflict. */
public sealed interface Choice {

  /** The local side as a whole. */
  record KeepLocal() implements Choice {}

  /** The server's side as a whole. */
  record UseServer() implements Choice {}

  /** What the server suggests. */
  record AcceptSuggestion() implements Choice {}

  /** An object that a person made. */
  record Merge(JsonObject data) implements Choice {}

  /** A side or a new value for each of some fields, by pointers; the others go as suggested. */
  record Fields(Map<String, Side> sides, Map<String, Json> values) implements Choice {
    public Fields {
      sides = Collections.unmodifiableMap(new TreeMap<>(sides));
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }

  static Choice keepLocal() {
    return new KeepLocal();
  }

  static Choice useServer() {
    return new UseServer();
  }

  static Choice acceptSuggestion() {
    return new AcceptSuggestion();
  }

  static Choice merge(JsonObject data) {
    return new Merge(data);
  }

  static Choice field(String pointer, Side side) {
    return fields(Map.of(pointer, side));
  }

  static Choice fields(Map<String, Side> sides) {
    return new Fields(sides, Map.of());
  }

  /** Sides for some fields, and values that a person made for others. */
  static Choice fields(Map<String, Side> sides, Map<String, Json> values) {
    return new Fields(sides, values);
  }
}
