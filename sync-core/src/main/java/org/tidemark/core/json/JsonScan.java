package org.tidemark.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.sentence.Sentence;

/** One pass over one value: builds it, and remembers the first thing that is wrong with it. */
final class JsonScan {

  private static final int MAX_NUMBER_TEXT = JsonNumber.MAX_DIGITS + JsonNumber.MAX_EXPONENT + 16;

  private final JsonParser parser;
  private final int maxDepth;
  private final @Nullable String[] names = new @Nullable String[JsonReader.STORED_DEPTH + 1];
  private final int[] indexes = new int[JsonReader.STORED_DEPTH + 1];
  private int depth;
  private @Nullable Sentence problem;
  private String place = "";

  JsonScan(JsonParser parser, int maxDepth) {
    this.parser = parser;
    this.maxDepth = maxDepth;
  }

  JsonInput read() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return JsonInput.ABSENT;
    }
    Json value = value(token);
    Sentence found = problem;
    return found == null
        ? new JsonInput.Valid(value)
        : new JsonInput.Invalid(place, found.english());
  }

  /** Throws what is wrong with what was read, if anything is. */
  void refuse() throws InvalidJson {
    Sentence found = problem;
    if (found != null) {
      throw new InvalidJson(place, found);
    }
  }

  private Json value(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT:
        return tooDeep() ? JsonNull.INSTANCE : object();
      case START_ARRAY:
        return tooDeep() ? JsonNull.INSTANCE : array();
      case VALUE_STRING:
        return new JsonString(checked(parser.getText()));
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        return number();
      case VALUE_TRUE:
        return JsonBoolean.TRUE;
      case VALUE_FALSE:
        return JsonBoolean.FALSE;
      case VALUE_NULL:
        return JsonNull.INSTANCE;
      default:
        throw new IllegalStateException("the parser does not stand at a JSON value: " + token);
    }
  }

  private boolean tooDeep() throws IOException {
    if (depth < maxDepth) {
      return false;
    }
    report(JsonMistake.TOO_DEEP, maxDepth);
    parser.skipChildren();
    return true;
  }

  private JsonObject object() throws IOException {
    TreeMap<String, Json> members = new TreeMap<>();
    depth++;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      names[depth] = name;
      checked(name);
      Json value = value(parser.nextToken());
      if (members.put(name, value) != null) {
        report(JsonMistake.GIVEN_TWICE);
      }
    }
    depth--;
    return JsonObject.owning(members);
  }

  private JsonArray array() throws IOException {
    List<Json> elements = new ArrayList<>();
    depth++;
    names[depth] = null;
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      indexes[depth] = elements.size();
      elements.add(value(token));
    }
    depth--;
    return new JsonArray(elements);
  }

  private JsonNumber number() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= 18) {
      return JsonNumber.of(parser.getLongValue());
    }
    try {
      if (parser.getTextLength() <= MAX_NUMBER_TEXT) {
        BigDecimal value = new BigDecimal(parser.getText());
        if (JsonNumber.isWithinBounds(value)) {
          return new JsonNumber(value);
        }
      }
    } catch (NumberFormatException e) {
      report(JsonMistake.EXPONENT);
      return JsonNumber.of(0);
    }
    report(JsonMistake.NUMBER_TOO_LONG, JsonNumber.MAX_DIGITS, JsonNumber.MAX_EXPONENT);
    return JsonNumber.of(0);
  }

  private String checked(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        report(JsonMistake.HOLDS_NUL);
      } else if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          report(JsonMistake.HOLDS_LONE_SURROGATE);
        }
        i++;
      }
    }
    return text;
  }

  private void report(JsonMistake mistake, Object... parts) {
    if (problem != null) {
      return;
    }
    problem = Sentence.of(mistake, parts);
    StringBuilder pointer = new StringBuilder();
    for (int i = 1; i <= depth; i++) {
      String name = names[i];
      pointer.append(name == null ? "/" + indexes[i] : JsonPointer.field(name));
    }
    place = printable(pointer);
  }

  /** The place is sent back to the client, so it must be a text that can be printed. */
  private static String printable(StringBuilder pointer) {
    for (int i = 0; i < pointer.length(); i++) {
      char c = pointer.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < pointer.length()
              && Character.isLowSurrogate(pointer.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        pointer.setCharAt(i, '\uFFFD');
      }
    }
    return pointer.toString();
  }
}
