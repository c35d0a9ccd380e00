package org.tidemark.core.json;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON object, its members in the order of their names' UTF-16 code units. */
public final class JsonObject implements Json {

  public static final JsonObject EMPTY = new JsonObject(new TreeMap<>());

  private final SortedMap<String, Json> members;
  // Printing is the dearest step of a push: one object's text serves its document and fingerprint.
  private @Nullable String text;

  public JsonObject(Map<String, Json> members) {
    TreeMap<String, Json> sorted = new TreeMap<>();
    sorted.putAll(members);
    this.members = Collections.unmodifiableSortedMap(sorted);
  }

  private JsonObject(TreeMap<String, Json> owned, boolean unused) {
    this.members = Collections.unmodifiableSortedMap(owned);
  }

  /** Takes the map as its own; nobody else may change it afterwards. */
  static JsonObject owning(TreeMap<String, Json> members) {
    return new JsonObject(members, true);
  }

  public SortedMap<String, Json> members() {
    return members;
  }

  public @Nullable Json get(String name) {
    return members.get(name);
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  public JsonObject with(String name, Json value) {
    TreeMap<String, Json> copy = new TreeMap<>(members);
    copy.put(name, value);
    return owning(copy);
  }

  public JsonObject without(String name) {
    if (!members.containsKey(name)) {
      return this;
    }
    TreeMap<String, Json> copy = new TreeMap<>(members);
    copy.remove(name);
    return owning(copy);
  }

  /** The canonical text, printed once. */
  public String canonicalText() {
    String known = text;
    if (known == null) {
      known = CanonicalJson.print(this);
      text = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof JsonObject that && members.equals(that.members));
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return canonicalText();
  }
}
