package org.tidemark.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.sentence.Sentence;

/**
 * Reads JSON strictly and in one pass.
 *
 * <p>Refused are: a name twice in one object, lone surrogates, U+0000, nesting deeper than {@link
 * #MAX_DEPTH}, and numbers beyond {@link JsonNumber}'s bounds.
 */
public final class JsonReader {

  /** The deepest nesting of objects and arrays that is read. */
  public static final int MAX_DEPTH = 64;

  // What the core writes itself may hold a whole document a few levels down.
  static final int STORED_DEPTH = MAX_DEPTH + 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxNumberLength(100_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonReader() {}

  /** Reads a whole text, which must hold one value and nothing after it. */
  public static Json read(String text) throws InvalidJson {
    return read(text, MAX_DEPTH);
  }

  /** Reads an object that the core printed and the store gave back; a defect if it is not one. */
  public static JsonObject readStored(String text) {
    try {
      if (read(text, STORED_DEPTH) instanceof JsonObject object) {
        return object;
      }
    } catch (InvalidJson e) {
      throw new IllegalStateException("A stored text is not JSON that the core printed", e);
    }
    throw new IllegalStateException("A stored text is not a JSON object");
  }

  private static Json read(String text, int maxDepth) throws InvalidJson {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new InvalidJson("", Sentence.of(JsonMistake.EMPTY));
      }
      Json value = accepted(new JsonScan(parser, maxDepth));
      if (parser.nextToken() != null) {
        throw new InvalidJson("", Sentence.of(JsonMistake.MORE_AFTER_END));
      }
      return value;
    } catch (JsonProcessingException e) {
      // The parser's own words tell of its insides, and of the text that may be a secret.
      throw new InvalidJson("", notJson(e instanceof JsonEOFException, e.getLocation()));
    } catch (IOException e) {
      throw new IllegalStateException("reading from a string does no I/O", e);
    }
  }

  private static Sentence notJson(boolean early, @Nullable JsonLocation location) {
    return location == null
        ? Sentence.of(JsonMistake.NOT_JSON)
        : Sentence.of(
            early ? JsonMistake.ENDS_EARLY : JsonMistake.NOT_JSON_AT,
            location.getLineNr(),
            location.getColumnNr());
  }

  /** Reads the value that a parser stands at (or before), and leaves it at the value's end. */
  public static Json read(JsonParser parser) throws InvalidJson, IOException {
    return accepted(scan(parser));
  }

  /**
   * Reads the value that a parser stands at (or before), and leaves it at the value's end.
   *
   * <p>A value that is not acceptable is consumed all the same, so that the rest can be read.
   */
  public static JsonInput readValue(JsonParser parser) throws IOException {
    return scan(parser).read();
  }

  private static JsonScan scan(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.FIELD_NAME) {
      parser.nextToken();
    }
    return new JsonScan(parser, MAX_DEPTH);
  }

  private static Json accepted(JsonScan scan) throws InvalidJson, IOException {
    if (scan.read() instanceof JsonInput.Valid valid) {
      return valid.value();
    }
    scan.refuse();
    throw new InvalidJson("", Sentence.of(JsonMistake.EMPTY));
  }
}
