package org.tidemark.app.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Refused;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/** What a person typed, as the value that it stands for. */
public final class Typed {

  private Typed() {}

  /**
   * Reads {@code {kind, text}}, as {@link Shown} has it: a text, a list of words, a number or JSON.
   *
   * @param field the pointer of the field that it is for
   * @param place where it stands in the request, for a refusal
   * @return the value; null: nothing shall be there
   */
  public static @Nullable Json read(@Nullable Json typed, String field, String place) {
    if (!(typed instanceof JsonObject object)
        || !(object.get("kind") instanceof JsonString kind)
        || !(object.get("text") instanceof JsonString text)) {
      throw Refused.invalid(place, "must have a kind and a text");
    }
    return switch (kind.value()) {
      case "ABSENT" -> null;
      case "TEXT" -> text;
      case "WORDS" -> words(text.value());
      case "NUMBER" -> number(text.value(), field, place);
      case "TRUTH", "JSON" -> json(text.value(), field, place);
      default -> throw Refused.invalid(place, "has a kind that is not known");
    };
  }

  private static Json words(String text) {
    Set<Json> words = new LinkedHashSet<>();
    for (String word : text.split("[,\n]", -1)) {
      if (!word.isBlank()) {
        words.add(new JsonString(word.strip()));
      }
    }
    return new JsonArray(new ArrayList<>(words));
  }

  private static Json number(String text, String field, String place) {
    String plain = text.strip();
    if (!plain.matches("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?")
        || !(json(plain.replaceFirst("^(-?)0+(?=[0-9])", "$1"), field, place)
            instanceof JsonNumber number)) {
      throw Refused.field(
          field, place, "must be a number such as 12 or 12.5, with a point and no comma");
    }
    return number;
  }

  private static Json json(String text, String field, String place) {
    try {
      return JsonReader.read(text);
    } catch (InvalidJson e) {
      throw Refused.field(field, place, "must be JSON: " + e.getMessage());
    }
  }
}
