package org.tidemark.app.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Members;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/**
 * A value for a page, as its kind and a text. A browser's numbers can't hold what JSON can, so a
 * page never reads a number: it shows the text, and sends texts back.
 */
public final class Shown {

  /** What comes back as it was when it is typed between commas. */
  private static final Pattern WORD = Pattern.compile("(?U)[^,\\s]([^,\\n]*[^,\\s])?");

  private Shown() {}

  /** {@code {kind, text, words}}; the words are there for a list of texts. */
  public static JsonObject of(@Nullable Json value) {
    List<String> words = words(value);
    Members members = new Members().text("kind", kind(value, words)).text("text", text(value));
    return words.isEmpty()
        ? members.build()
        : members.list("words", words, JsonString::new).build();
  }

  private static String kind(@Nullable Json value, List<String> words) {
    if (value == null) {
      return "ABSENT";
    }
    if (value instanceof JsonString) {
      return "TEXT";
    }
    if (value instanceof JsonNumber) {
      return "NUMBER";
    }
    if (value instanceof JsonBoolean) {
      return "TRUTH";
    }
    return words.isEmpty() ? "JSON" : "WORDS";
  }

  /** A text as it is, a list of texts with commas, everything else as JSON. */
  static String text(@Nullable Json value) {
    if (value == null || value instanceof JsonNull) {
      return "";
    }
    if (value instanceof JsonString string) {
      return string.value();
    }
    List<String> words = words(value);
    return words.isEmpty() ? CanonicalJson.print(value) : String.join(", ", words);
  }

  /**
   * The texts of a list that holds nothing else, and that commas can part; none where it is empty
   * or is no such list.
   */
  private static List<String> words(@Nullable Json value) {
    Set<String> words = new LinkedHashSet<>();
    if (value instanceof JsonArray array) {
      for (Json each : array.elements()) {
        if (!(each instanceof JsonString word)
            || !WORD.matcher(word.value()).matches()
            || !words.add(word.value())) {
          return List.of();
        }
      }
    }
    return new ArrayList<>(words);
  }

  /** What a person calls a record by: its title, name or number; else null. */
  public static @Nullable String title(JsonObject data) {
    for (String name : List.of("title", "name", "number")) {
      Json value = data.get(name);
      if (value instanceof JsonString || value instanceof JsonNumber) {
        String text = text(value).strip();
        if (!text.isEmpty()) {
          return cut(text);
        }
      }
    }
    return null;
  }

  /** What the record of a conflict is called, by the side that is there; else null. */
  public static @Nullable String title(Conflict conflict) {
    for (Document side : new @Nullable Document[] {conflict.clientData(), conflict.serverData()}) {
      String title = side == null ? null : title(side.json());
      if (title != null) {
        return title;
      }
    }
    return null;
  }

  private static final int MOST_OF_A_LINE = 160;

  /** The beginning of a text, as one line of a list. */
  public static String cut(String text) {
    int end = Math.min(text.length(), MOST_OF_A_LINE);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + (end < text.length() ? "…" : "");
  }
}
