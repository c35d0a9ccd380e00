package org.tidemark.core.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.EntityType;

/**
 * In which fields of which entity types media are named, and by which ids.
 *
 * <p>A field holds a media's URL or its id, or an object or array with such texts somewhere in it.
 * In a pointer {@code *} stands for every element of an array.
 */
public final class MediaFields {

  private static final Pattern NAME =
      Pattern.compile("(?:^|/media/(?:signed/)?|[?&]media=)([a-z2-7]{26})(?:$|[/?#&])");

  private final Map<EntityType, List<JsonPointer>> fields;

  private MediaFields(Map<EntityType, List<JsonPointer>> fields) {
    this.fields = new HashMap<>(fields);
  }

  /**
   * Reads {@code note:/photo,album:/photos/*}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static MediaFields parse(String text) {
    Map<EntityType, List<JsonPointer>> fields = new HashMap<>();
    for (String entry : text.split(",", -1)) {
      if (entry.trim().isEmpty()) {
        continue;
      }
      int colon = entry.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("\"" + entry + "\" has no colon");
      }
      EntityType type = new EntityType(entry.substring(0, colon).trim());
      fields
          .computeIfAbsent(type, key -> new ArrayList<>())
          .add(JsonPointer.parse(entry.substring(colon + 1).trim()));
    }
    return new MediaFields(fields);
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  public boolean has(EntityType type) {
    return fields.containsKey(type);
  }

  /** The fields of records of the type that name media, as pointers. */
  public List<String> pointers(EntityType type) {
    List<String> pointers = new ArrayList<>();
    fields.getOrDefault(type, List.of()).forEach(field -> pointers.add(field.toString()));
    return pointers;
  }

  /** The media that a record's data names in the fields of its type. */
  public Set<MediaId> named(EntityType type, @Nullable Json data) {
    Set<MediaId> found = new LinkedHashSet<>();
    if (data != null) {
      for (JsonPointer field : fields.getOrDefault(type, List.of())) {
        follow(data, field.tokens(), 0, found);
      }
    }
    return found;
  }

  private static void follow(Json at, List<String> tokens, int next, Set<MediaId> found) {
    if (next == tokens.size()) {
      collect(at, found);
    } else if (at instanceof JsonObject object) {
      Json member = object.get(tokens.get(next));
      if (member != null) {
        follow(member, tokens, next + 1, found);
      }
    } else if (at instanceof JsonArray array && tokens.get(next).equals("*")) {
      for (Json element : array.elements()) {
        follow(element, tokens, next + 1, found);
      }
    }
  }

  private static void collect(Json value, Set<MediaId> found) {
    if (value instanceof JsonString string) {
      Matcher name = NAME.matcher(string.value());
      if (name.find()) {
        found.add(new MediaId(name.group(1)));
      }
    } else if (value instanceof JsonObject object) {
      object.members().values().forEach(member -> collect(member, found));
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> collect(element, found));
    }
  }
}
