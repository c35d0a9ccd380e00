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
   * @param place where it stands, for a refusal
   * @return the value; null: nothing shall be there
   */
  public static @Nullable Json read(@Nullable Json typed, String place) {
    if (!(typed instanceof JsonObject object)
        || !(object.get("kind") instanceof JsonString kind)
        || !(object.get("text") instanceof JsonString text)) {
      throw Refused.invalid(place, "must have a kind and a text");
    }
    return switch (kind.value()) {
      case "ABSENT" -> null;
      case "TEXT" -> text;
      case "WORDS" -> words(text.value());
      case "NUMBER" -> number(text.value(), place);
      case "TRUTH", "JSON" -> json(text.value(), place);
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

  private static Json number(String text, String place) {
    String plain = text.strip();
    if (!plain.matches("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?")
        || !(json(plain.replaceFirst("^(-?)0+(?=[0-9])", "$1"), place)
            instanceof JsonNumber number)) {
      throw Refused.invalid(place, "must be a number such as 12 or 12.5");
    }
    return number;
  }

  private static Json json(String text, String place) {
    try {
      return JsonReader.read(text);
    } catch (InvalidJson e) {
      throw Refused.invalid(place, String.valueOf(e.getMessage()));
    }
  }
}
