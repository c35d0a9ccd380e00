package org.tidemark.testkit.server;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.SpaceId;

/**
 * How far a client has pulled; to the client it is opaque, to a checker it is not.
 *
 * @param completeAt every change up to this time was delivered
 */
public record FeedCursor(
    String epoch, String filter, Instant completeAt, SortedMap<SpaceId, Long> positions) {

  String text() {
    TreeMap<String, Json> places = new TreeMap<>();
    positions.forEach((space, at) -> places.put(space.value(), JsonNumber.of(at)));
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("epoch", new JsonString(epoch));
    members.put("filter", new JsonString(filter));
    members.put("completeAt", JsonNumber.of(completeAt.toEpochMilli()));
    members.put("positions", new JsonObject(places));
    return new JsonObject(members).canonicalText();
  }

  /** Reads a cursor; null where the text is none. */
  public static @Nullable FeedCursor parse(String text) {
    try {
      if (JsonReader.read(text) instanceof JsonObject object
          && object.get("epoch") instanceof JsonString epoch
          && object.get("filter") instanceof JsonString filter
          && object.get("completeAt") instanceof JsonNumber at
          && object.get("positions") instanceof JsonObject places) {
        SortedMap<SpaceId, Long> positions = new TreeMap<>();
        for (Map.Entry<String, Json> place : places.members().entrySet()) {
          JsonNumber position = (JsonNumber) place.getValue();
          positions.put(new SpaceId(place.getKey()), position.value().longValueExact());
        }
        Instant completeAt = Instant.ofEpochMilli(at.value().longValueExact());
        return new FeedCursor(epoch.value(), filter.value(), completeAt, positions);
      }
      return null;
    } catch (InvalidJson e) {
      return null;
    }
  }
}
