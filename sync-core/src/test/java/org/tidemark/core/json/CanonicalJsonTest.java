package org.tidemark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical text: order, escapes, numbers, and that it reads back as itself. */
class CanonicalJsonTest {

  private static String canonical(String text) throws InvalidJson {
    return CanonicalJson.print(JsonReader.read(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "1e0, 1",
    "100, 100",
    "1e2, 100",
    "-0, 0",
    "-0.0, 0",
    "0e5000000, 0",
    "0.10, 0.1",
    "-1.50, -1.5",
    "9007199254740992, 9007199254740992",
    "9007199254740993, 9007199254740993",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "18446744073709551615, 18446744073709551615",
    "123456789012345678901, 123456789012345678901",
    "1234567890123456789012, 1.234567890123456789012e+21",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1.5e300, 1.5e+300",
    "0.000001, 0.000001",
    "0.0000015, 0.0000015",
    "0.0000001, 1e-7",
    "1.25e-9, 1.25e-9",
    "123.456, 123.456",
    "1e4096, 1e+4096",
    "-1e-4096, -1e-4096"
  })
  void print_number_isExactWithoutNeedlessZeros(String given, String expected) throws InvalidJson {
    assertThat(canonical(given)).isEqualTo(expected);
    assertThat(canonical(expected)).isEqualTo(expected);
  }

  @Test
  void equals_numbersWrittenOtherwise_areOne() throws InvalidJson {
    assertThat(JsonReader.read("1"))
        .isEqualTo(JsonReader.read("1.0"))
        .isEqualTo(JsonReader.read("1e0"))
        .isEqualTo(JsonReader.read("10e-1"))
        .isEqualTo(new JsonNumber(new BigDecimal("1.000")));
  }

  @Test
  void equals_numbersBeyondDoubles_areNotOne() throws InvalidJson {
    assertThat(JsonReader.read("9007199254740993"))
        .isNotEqualTo(JsonReader.read("9007199254740992"));
  }

  @Test
  void print_keys_areInTheOrderOfUtf16Units() throws InvalidJson {
    // RFC 8785, 3.2.3: a surrogate pair comes before U+FB33.
    assertThat(canonical("{\"\ufb33\":1,\"\ud83d\ude00\":2,\"\u20ac\":3,\"\\r\":4,\"1\":5}"))
        .isEqualTo("{\"\\r\":4,\"1\":5,\"\u20ac\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
  }

  @Test
  void print_keyOrderOfTheInput_doesNotCount() throws InvalidJson {
    assertThat(canonical("{\"b\":{\"d\":1,\"c\":2},\"a\":[2,1]}"))
        .isEqualTo(canonical("{ \"a\" : [2, 1], \"b\" : {\"c\":2, \"d\":1} }"))
        .isEqualTo("{\"a\":[2,1],\"b\":{\"c\":2,\"d\":1}}");
  }

  @Test
  void print_text_escapesWhatMustBeAndNoMore() throws InvalidJson {
    assertThat(canonical("\"\\u0008\\t\\n\\f\\r\\u001F\\u007f\\u2028\\/\\\\\\\"\\u00e9\""))
        .isEqualTo("\"\\b\\t\\n\\f\\r\\u001f\u007f\u2028/\\\\\\\"\u00e9\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "false", "{}", "[]", "\"\"", "[null,{},[]]"})
  void print_small_isItself(String text) throws InvalidJson {
    assertThat(canonical(text)).isEqualTo(text);
  }

  @Test
  void print_anyValue_readsBackAsItself() throws InvalidJson {
    long seed = 20260301;
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      Json value = RandomJson.value(random, 4);
      String text = CanonicalJson.print(value);
      assertThat(JsonReader.read(text)).as("seed %d, run %d: %s", seed, i, text).isEqualTo(value);
      assertThat(canonical(text)).as("seed %d, run %d", seed, i).isEqualTo(text);
    }
  }

  @Test
  void sha256_knownText_isTheKnownHash() throws InvalidJson {
    StringBuilder hex = new StringBuilder();
    for (byte b : CanonicalJson.sha256(JsonReader.read("{ }"))) {
      hex.append(String.format("%02x", b));
    }
    assertThat(hex.toString())
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void utf8Length_anyText_isTheLengthOfItsBytes() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Json text = RandomJson.value(random, 3);
      Document document =
          Document.of(new JsonObject(Collections.singletonMap("\u00e9\u20ac", text)));
      assertThat(document.utf8Length())
          .as("seed %d, run %d", seed, i)
          .isEqualTo(document.text().getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void document_ofCanonicalText_equalsThatOfTheObject() throws InvalidJson {
    JsonObject object = (JsonObject) JsonReader.read("{\"b\":1.0,\"a\":[]}");
    Document stored = Document.ofCanonical("{\"a\":[],\"b\":1}");

    assertThat(stored).isEqualTo(Document.of(object)).hasSameHashCodeAs(Document.of(object));
    assertThat(stored.json()).isEqualTo(object);
    assertThat(stored.utf8Length()).isEqualTo(14);
  }

  @Test
  void isWithinBounds_edges() {
    assertThat(JsonNumber.isWithinBounds(new BigDecimal("1e4096"))).isTrue();
    assertThat(JsonNumber.isWithinBounds(new BigDecimal("1e4097"))).isFalse();
    assertThat(JsonNumber.isWithinBounds(new BigDecimal("1e-4096"))).isTrue();
    assertThat(JsonNumber.isWithinBounds(new BigDecimal("1e-4097"))).isFalse();
    assertThat(JsonNumber.isWithinBounds(BigDecimal.ONE.add(new BigDecimal("1e-511")))).isTrue();
    assertThat(JsonNumber.isWithinBounds(BigDecimal.ONE.add(new BigDecimal("1e-512")))).isFalse();
  }
}
