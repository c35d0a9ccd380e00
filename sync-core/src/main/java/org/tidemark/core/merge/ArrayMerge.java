package org.tidemark.core.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/**
 * The rules for arrays that both sides changed: APPEND and UNION.
 *
 * <p>Every element gets a key: objects by their identity, others by their value. The n-th element
 * of one key on one side is matched with the n-th on the other, which makes plain values a
 * multiset. The base's order is kept; what was added follows, the server's first.
 */
final class ArrayMerge {

  private final FieldMerge elements;
  private final String path;
  private final When when;
  private final boolean union;
  private final boolean baseKnown;
  private final List<Json> result = new ArrayList<>();
  private @Nullable Trouble trouble;

  private ArrayMerge(
      FieldMerge elements, String path, When when, boolean union, boolean baseKnown) {
    this.elements = elements;
    this.path = path + "/*";
    this.when = when;
    this.union = union;
    this.baseKnown = baseKnown;
  }

  static Merged merge(FieldMerge fields, String path, Sides sides, When when, boolean union) {
    if (!(sides.server() instanceof JsonArray server)
        || !(sides.client() instanceof JsonArray client)) {
      return Merged.unlessAgreed(sides, when, Trouble.NO_ARRAY);
    }
    if (sides.base() != null && !(sides.base() instanceof JsonArray)) {
      return Merged.unlessAgreed(sides, when, Trouble.NO_ARRAY_BEFORE);
    }
    JsonArray base = sides.base() instanceof JsonArray array ? array : JsonArray.EMPTY;
    ArrayMerge merge = new ArrayMerge(fields.silently(), path, when, union, sides.baseKnown());
    merge.run(merge.keyed(base), merge.keyed(server), merge.keyed(client));
    return new Merged(new JsonArray(merge.result), merge.trouble);
  }

  /**
   * An element's key: what it is matched by, whether that is an identity, and which one it is.
   *
   * <p>Keys have an order, so that a hash table finds its way among any number of texts that
   * somebody made to have one hash.
   */
  private record Key(String text, boolean identity, int occurrence) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byText = text.compareTo(other.text);
      int byKind = byText != 0 ? byText : Boolean.compare(identity, other.identity);
      return byKind != 0 ? byKind : Integer.compare(occurrence, other.occurrence);
    }
  }

  private void run(Map<Key, Json> base, Map<Key, Json> server, Map<Key, Json> client) {
    for (Map.Entry<Key, Json> entry : base.entrySet()) {
      Key key = entry.getKey();
      kept(key, new Sides(true, entry.getValue(), server.get(key), client.get(key)));
    }
    for (Map.Entry<Key, Json> entry : server.entrySet()) {
      Key key = entry.getKey();
      if (!base.containsKey(key)) {
        Json other = matched(key) ? client.get(key) : null;
        both(key, new Sides(baseKnown, null, entry.getValue(), other));
      }
    }
    for (Map.Entry<Key, Json> entry : client.entrySet()) {
      Key key = entry.getKey();
      if (!base.containsKey(key) && !(matched(key) && server.containsKey(key))) {
        result.add(entry.getValue());
      }
    }
  }

  /** Whether additions of both sides under one key are the same element. */
  private boolean matched(Key key) {
    return union || key.identity();
  }

  private void kept(Key key, Sides sides) {
    if (sides.server() != null && sides.client() != null) {
      both(key, sides);
    } else if (key.identity()) {
      // Removed on one side: stays removed, unless the other side edited it.
      Json left = sides.server() == null ? sides.client() : sides.server();
      if (left != null && !left.equals(sides.base())) {
        result.add(left);
      }
    }
  }

  private void both(Key key, Sides sides) {
    Json server = sides.server();
    if (server == null || sides.client() == null || sides.agree() && !needsMembers(key, sides)) {
      result.add(server == null ? sides.client() : server);
      return;
    }
    Merged merged = elements.members(path, sides, when, elements.rules().identityKey());
    result.add(merged.value());
    if (trouble == null) {
      trouble = merged.trouble();
    }
  }

  /** Equal edits may still be two that both count; in a union equal elements are one. */
  private boolean needsMembers(Key key, Sides sides) {
    return key.identity() && !union && sides.serverChanged();
  }

  private Map<Key, Json> keyed(JsonArray array) {
    Map<Key, Json> keyed = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Json element : array.elements()) {
      Json id =
          element instanceof JsonObject object ? object.get(elements.rules().identityKey()) : null;
      boolean identity = id instanceof JsonString || id instanceof JsonNumber;
      String text = CanonicalJson.print(identity && id != null ? id : element);
      int occurrence = seen.merge((identity ? "=" : "") + text, 1, Integer::sum);
      if (identity || !union || occurrence == 1) {
        keyed.put(new Key(text, identity, occurrence), element);
      }
    }
    return keyed;
  }
}
