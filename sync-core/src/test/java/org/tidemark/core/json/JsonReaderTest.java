package org.tidemark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, what is refused, and where the refusal points. */
class JsonReaderTest {

  private static String nested(int levels) {
    return String.join("", Collections.nCopies(levels, "["))
        + String.join("", Collections.nCopies(levels, "]"));
  }

  private static String digits(int count) {
    return String.join("", Collections.nCopies(count, "7"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("duplicate key", "{\"a\":1,\"a\":2}", "/a", "twice"),
        Arguments.of("duplicate key, written otherwise", "{\"a\":1,\"\\u0061\":1}", "/a", "twice"),
        Arguments.of("duplicate key, nested", "{\"b\":[0,{\"a\":1,\"a\":1}]}", "/b/1/a", "twice"),
        Arguments.of("lone high surrogate", "{\"a\":\"\\ud800\"}", "/a", "lone surrogate"),
        Arguments.of("lone low surrogate", "[\"x\",\"\\udc00\"]", "/1", "lone surrogate"),
        Arguments.of("surrogates the wrong way", "\"\\udc00\\ud800\"", "", "lone surrogate"),
        Arguments.of("high surrogate at the end", "\"ab\\ud83d\"", "", "lone surrogate"),
        Arguments.of("unescaped lone surrogate", "\"\ud83d\"", "", "lone surrogate"),
        Arguments.of("lone surrogate in a key", "{\"\\ud800\":1}", "/\ufffd", "lone surrogate"),
        Arguments.of("U+0000 in a text", "{\"a\":\"x\\u0000\"}", "/a", "U+0000"),
        Arguments.of("U+0000 in a key", "{\"\\u0000\":1}", "/\ufffd", "U+0000"),
        Arguments.of("too deep", nested(65), indexes(64), "deeper than 64"),
        Arguments.of("far too deep", nested(5000), indexes(64), "deeper than 64"),
        Arguments.of("too many digits", "{\"a\":" + digits(513) + "}", "/a", "512 digits"),
        Arguments.of("very many digits", "[" + digits(50_000) + "]", "/0", "512 digits"),
        Arguments.of("exponent too large", "[1e4097]", "/0", "exponent"),
        Arguments.of("exponent too small", "[1e-4097]", "/0", "exponent"),
        Arguments.of("exponent beyond an int", "[1e99999999999]", "/0", "exponent"),
        Arguments.of("pointer is escaped", "{\"a/b~c\":\"\\u0000\"}", "/a~1b~0c", "U+0000"),
        Arguments.of("empty", "", "", "empty"),
        Arguments.of("two values", "1 2", "", "after its end"),
        Arguments.of(
            "cut off", "{\"a\":[1", "", "is not JSON: it ends too early (line 1, column 8)"),
        Arguments.of("no name", "{1:2}", "", "not JSON"),
        Arguments.of("raw control character", "\"a\nb\"", "", "not JSON"),
        Arguments.of("not a number", "NaN", "", "not JSON"),
        Arguments.of("leading zero", "01", "", "not JSON"),
        Arguments.of("trailing comma", "[1,]", "", "not JSON"),
        Arguments.of("comment", "/**/1", "", "not JSON"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "{\n  oops}", "[1,]", "\"ab", "{\"secret\" 1}"})
  void read_noJson_saysWhere_andNothingOfTheParser(String text) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOfSatisfying(
            InvalidJson.class,
            invalid ->
                assertThat(invalid.reason())
                    .matches(
                        "is not JSON(: it ends too early)? \\(line [1-9], column [0-9]{1,2}\\)"));
  }

  private static String indexes(int levels) {
    return String.join("", Collections.nCopies(levels, "/0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void read_unacceptable_namesPlaceAndReason(
      String name, String text, String pointer, String reason) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .as(name)
        .isInstanceOfSatisfying(
            InvalidJson.class,
            invalid -> {
              assertThat(invalid.pointer()).isEqualTo(pointer);
              assertThat(invalid.reason()).contains(reason);
            });
  }

  @Test
  void read_deepestAllowed_isRead() throws Exception {
    assertThat(CanonicalJson.print(JsonReader.read(nested(64)))).isEqualTo(nested(64));
  }

  @Test
  void read_nullMember_isNotAbsent() throws Exception {
    JsonObject withNull = (JsonObject) JsonReader.read("{\"a\":null}");

    assertThat(withNull.get("a")).isEqualTo(JsonNull.INSTANCE);
    assertThat(withNull).isNotEqualTo(JsonObject.EMPTY);
    assertThat(JsonObject.EMPTY.get("a")).isNull();
  }

  @Test
  void readValue_unacceptableInAStream_isConsumedAndTheRestReads() throws IOException {
    String request = "{\"bad\":{\"x\":[1,{\"a\":1,\"a\":2}],\"y\":{}},\"good\":{\"n\":1}}";
    try (JsonParser parser = new JsonFactory().createParser(request)) {
      parser.nextToken();
      assertThat(parser.nextFieldName()).isEqualTo("bad");
      assertThat(JsonReader.readValue(parser))
          .isEqualTo(new JsonInput.Invalid("/x/1/a", "is given twice"));
      assertThat(parser.nextFieldName()).isEqualTo("good");
      assertThat(JsonReader.readValue(parser))
          .isEqualTo(JsonInput.of(new JsonObject(Collections.singletonMap("n", JsonNumber.of(1)))));
      assertThat(parser.nextFieldName()).isNull();
    }
  }

  @Test
  void readValue_tooDeepInAStream_isConsumedAndTheRestReads() throws IOException {
    String request = "{\"bad\":" + nested(500) + ",\"good\":7}";
    try (JsonParser parser = new JsonFactory().createParser(request)) {
      parser.nextToken();
      parser.nextFieldName();
      assertThat(JsonReader.readValue(parser)).isInstanceOf(JsonInput.Invalid.class);
      assertThat(parser.nextFieldName()).isEqualTo("good");
      assertThat(JsonReader.readValue(parser)).isEqualTo(JsonInput.of(JsonNumber.of(7)));
    }
  }

  @Test
  void readValue_brokenStream_failsAsTheStreamDoes() throws IOException {
    try (JsonParser parser = new JsonFactory().createParser("{\"a\":[1,")) {
      parser.nextToken();
      parser.nextFieldName();
      assertThatThrownBy(() -> JsonReader.readValue(parser)).isInstanceOf(JsonParseException.class);
    }
  }

  @Test
  void readStored_documentOfFullDepthInsideAnotherText_isRead() {
    String text = "{\"server\":{\"data\":{\"a\":" + nested(63) + "}}}";

    assertThat(JsonReader.readStored(text).canonicalText()).isEqualTo(text);
  }

  @Test
  void readStored_notAnObject_isADefect() {
    assertThatThrownBy(() -> JsonReader.readStored("[]")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonReader.readStored("{")).isInstanceOf(IllegalStateException.class);
  }
}
