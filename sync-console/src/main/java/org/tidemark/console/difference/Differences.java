package org.tidemark.console.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/** Compares states field by field: objects by their members, anything else as a whole. */
public final class Differences {
  /** A text that is longer, or has lines, is read as it stands and not as JSON. */
  private static final int LINE = 60;

  private Differences() {}

  /** What differs, by path; a state of null has no fields. */
  public static List<Difference> between(@Nullable JsonObject before, @Nullable JsonObject after) {
    List<Difference> found = new ArrayList<>();
    compare(
        "",
        before == null ? JsonObject.EMPTY : before,
        after == null ? JsonObject.EMPTY : after,
        found);
    return found;
  }

  /** Compares texts that may be JSON objects; where one is none, they are one difference. */
  public static List<Difference> betweenTexts(@Nullable String before, @Nullable String after) {
    if (before == null && after == null) {
      return List.of();
    }
    JsonObject old = object(before);
    JsonObject fresh = object(after);
    return (before != null && old == null) || (after != null && fresh == null)
        ? List.of(new Difference("", before, after))
        : between(old, fresh);
  }

  private static @Nullable JsonObject object(@Nullable String text) {
    if (text == null || !text.startsWith("{")) {
      return null;
    }
    try {
      return JsonReader.read(text) instanceof JsonObject object ? object : null;
    } catch (InvalidJson noJson) {
      return null;
    }
  }

  private static void compare(
      String path, JsonObject before, JsonObject after, List<Difference> found) {
    Set<String> names = new TreeSet<>(before.members().keySet());
    names.addAll(after.members().keySet());
    for (String name : names) {
      Json old = before.get(name);
      Json fresh = after.get(name);
      String field = path + JsonPointer.field(name);
      if (old instanceof JsonObject a && fresh instanceof JsonObject b) {
        compare(field, a, b, found);
      } else if (old == null || !old.equals(fresh)) {
        boolean asText = isText(old) && isText(fresh) && (isLong(old) || isLong(fresh));
        found.add(new Difference(field, print(old, asText), print(fresh, asText)));
      }
    }
  }

  private static boolean isText(@Nullable Json value) {
    return value == null || value instanceof JsonString;
  }

  private static boolean isLong(@Nullable Json value) {
    return value instanceof JsonString text
        && (text.value().length() > LINE || text.value().indexOf('\n') >= 0);
  }

  private static @Nullable String print(@Nullable Json value, boolean asText) {
    if (value == null) {
      return null;
    }
    return asText && value instanceof JsonString text && !text.value().isBlank()
        ? text.value()
        : PrettyJson.print(value);
  }
}
