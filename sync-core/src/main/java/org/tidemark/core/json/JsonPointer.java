package org.tidemark.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path into a JSON value (RFC 6901), such as {@code /a/b}; the empty one is the whole value. */
public record JsonPointer(List<String> tokens) {

  public static final JsonPointer ROOT = new JsonPointer(List.of());

  public JsonPointer {
    tokens = Collections.unmodifiableList(new ArrayList<>(tokens));
  }

  /** What is wrong with the text as a pointer, in words; null when it is one. */
  public static @Nullable String problem(String text) {
    JsonMistake mistake = mistake(text);
    return mistake == null ? null : mistake.english();
  }

  /** What is wrong with the text as a pointer; null when it is one. */
  public static @Nullable JsonMistake mistake(String text) {
    if (!text.isEmpty() && text.charAt(0) != '/') {
      return JsonMistake.NO_POINTER;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '~') {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (next != '0' && next != '1') {
          return JsonMistake.POINTER_ESCAPE;
        }
      }
    }
    return null;
  }

  public static JsonPointer parse(String text) {
    String problem = problem(text);
    if (problem != null) {
      throw new IllegalArgumentException("\"" + text + "\" " + problem);
    }
    List<String> tokens = new ArrayList<>();
    int start = 1;
    while (start <= text.length()) {
      int end = text.indexOf('/', start);
      if (end < 0) {
        end = text.length();
      }
      tokens.add(text.substring(start, end).replace("~1", "/").replace("~0", "~"));
      start = end + 1;
    }
    return new JsonPointer(tokens);
  }

  /** The pointer text of one name, with its slash: {@code a/b} gives {@code /a~1b}. */
  public static String field(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? "/" + name
        : "/" + name.replace("~", "~0").replace("/", "~1");
  }

  public JsonPointer append(String token) {
    List<String> longer = new ArrayList<>(tokens);
    longer.add(token);
    return new JsonPointer(longer);
  }

  /**
   * The object with another value here; null removes the member.
   *
   * @throws IllegalArgumentException if this is the whole value, or within something that is no
   *     object, such as a list: that would take the place of the whole
   */
  public JsonObject put(JsonObject object, @Nullable Json value) {
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a field has a name");
    }
    return put(object, 0, value);
  }

  private JsonObject put(JsonObject object, int depth, @Nullable Json value) {
    String token = tokens.get(depth);
    if (depth == tokens.size() - 1) {
      return value == null ? object.without(token) : object.with(token, value);
    }
    Json found = object.get(token);
    JsonObject inner = found instanceof JsonObject known ? known : JsonObject.EMPTY;
    if (found != null && found != inner) {
      throw new IllegalArgumentException(this + " is within something that has no fields");
    }
    return object.with(token, put(inner, depth + 1, value));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      text.append(field(token));
    }
    return text.toString();
  }
}
