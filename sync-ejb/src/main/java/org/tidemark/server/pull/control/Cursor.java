package org.tidemark.server.pull.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/**
 * How far a client has pulled, opaque to it.
 *
 * <p>Rights are checked at every pull, so a cursor grants nothing and needs no signature.
 *
 * @param epoch the server's epoch, renewed when a backup was restored
 * @param filter names the entity types that were asked for
 * @param completeAt every change up to this time was delivered: tombstones removed after it were
 *     seen. A first pull of many pages keeps the time of its first page until it is through
 * @param positions the feed position in each space
 */
public record Cursor(String epoch, String filter, Instant completeAt, Map<String, Long> positions) {

  /** The name of a filter; the same types in any order have one name. */
  public static String filterOf(@Nullable List<String> entityTypes) {
    if (entityTypes == null) {
      return "";
    }
    String types = String.join("\n", new TreeSet<>(entityTypes));
    byte[] hash = CanonicalJson.sha256(types);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
  }

  public String text() {
    Map<String, Json> places = new TreeMap<>();
    positions.forEach((space, position) -> places.put(space, JsonNumber.of(position)));
    Map<String, Json> members = new TreeMap<>();
    members.put("e", new JsonString(epoch));
    members.put("f", new JsonString(filter));
    members.put("t", JsonNumber.of(completeAt.toEpochMilli()));
    members.put("p", new JsonObject(places));
    byte[] bytes = new JsonObject(members).canonicalText().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads a cursor; null where the text is none. */
  public static @Nullable Cursor parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (JsonReader.read(new String(bytes, StandardCharsets.UTF_8)) instanceof JsonObject object) {
        return read(object);
      }
      return null;
    } catch (IllegalArgumentException | ArithmeticException | InvalidJson e) {
      return null;
    }
  }

  private static @Nullable Cursor read(JsonObject object) {
    if (object.get("e") instanceof JsonString epoch
        && object.get("f") instanceof JsonString filter
        && object.get("t") instanceof JsonNumber at
        && object.get("p") instanceof JsonObject places) {
      Map<String, Long> positions = new TreeMap<>();
      for (Map.Entry<String, Json> place : places.members().entrySet()) {
        if (!(place.getValue() instanceof JsonNumber position) || position.value().signum() < 0) {
          return null;
        }
        positions.put(place.getKey(), position.value().longValueExact());
      }
      Instant completeAt = Instant.ofEpochMilli(at.value().longValueExact());
      return new Cursor(epoch.value(), filter.value(), completeAt, positions);
    }
    return null;
  }
}
