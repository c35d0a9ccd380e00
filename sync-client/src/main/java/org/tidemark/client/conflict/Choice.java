package org.tidemark.client.conflict;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
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

  /** A side for each of some fields, named by pointers; the others go as suggested. */
  record Fields(Map<String, Side> sides) implements Choice {
    public Fields {
      sides = Collections.unmodifiableMap(new TreeMap<>(sides));
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
    return new Fields(Map.of(pointer, side));
  }

  static Choice fields(Map<String, Side> sides) {
    return new Fields(sides);
  }
}
