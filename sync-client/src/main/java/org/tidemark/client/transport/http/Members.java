package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Legible;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.record.Timestamps;

/** Reads values off a stream, strictly: what is not as agreed is a broken answer. */
final class Members {

  private Members() {}

  /** Reads one member, whose value the parser stands at; leaves the parser at the value's end. */
  interface MemberReader {
    void read(String name, JsonParser parser) throws IOException;
  }

  /** Reads one element, whose first token the parser stands at. */
  interface ElementReader<T> {
    T read(JsonParser parser) throws IOException;
  }

  /** Reads an object that the parser stands at the start of; false where it is null. */
  static boolean object(JsonParser parser, MemberReader reader) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return false;
    }
    require(parser, JsonToken.START_OBJECT);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      reader.read(name, parser);
    }
    require(parser, JsonToken.END_OBJECT);
    return true;
  }

  static <T> List<T> list(JsonParser parser, ElementReader<T> reader) throws IOException {
    List<T> elements = new ArrayList<>();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return elements;
    }
    require(parser, JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(reader.read(parser));
    }
    return elements;
  }

  private static void require(JsonParser parser, JsonToken token) throws IOException {
    if (parser.currentToken() != token) {
      throw new IOException(
          "expected " + token + " and found " + parser.currentToken() + place(parser));
    }
  }

  private static String place(JsonParser parser) {
    return " at byte " + parser.currentTokenLocation().getByteOffset();
  }

  static @Nullable String text(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    require(parser, JsonToken.VALUE_STRING);
    return Legible.text(parser.getText());
  }

  static @Nullable Integer whole(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    require(parser, JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  static long bytes(JsonParser parser) throws IOException {
    require(parser, JsonToken.VALUE_NUMBER_INT);
    return parser.getLongValue();
  }

  static boolean flag(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  static @Nullable Instant time(JsonParser parser) throws IOException {
    String text = text(parser);
    Instant time = text == null ? null : Timestamps.parse(text);
    if (text != null && time == null) {
      throw new IOException("not a time: " + text);
    }
    return time;
  }

  static @Nullable Json json(JsonParser parser) throws IOException {
    JsonInput input = JsonReader.readValue(parser);
    if (input instanceof JsonInput.Invalid invalid) {
      throw new IOException("data that can't be: " + invalid.pointer() + " " + invalid.reason());
    }
    return input.valueOrNull();
  }

  static @Nullable Document document(JsonParser parser) throws IOException {
    Json value = json(parser);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonObject object) {
      return Document.of(object);
    }
    throw new IOException("data that is not an object" + place(parser));
  }

  static <T> T required(@Nullable T value, String what) throws IOException {
    if (value == null) {
      throw new IOException("the answer has no " + what);
    }
    return value;
  }

  static <E extends Enum<E>> E choice(Class<E> type, @Nullable String name) throws IOException {
    try {
      return Enum.valueOf(type, required(name, type.getSimpleName()));
    } catch (IllegalArgumentException e) {
      throw new IOException("an unknown " + type.getSimpleName() + ": " + name, e);
    }
  }
}
