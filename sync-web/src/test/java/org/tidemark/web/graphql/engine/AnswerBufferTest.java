package org.tidemark.web.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strings are written as JSON and UTF-8 ask. */
class AnswerBufferTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|\"plain\"",
        "ä€😀|\"ä€😀\"",
        "a\"b\\c|\"a\\\"b\\\\c\"",
      })
  void addString_text_isQuotedAndEscaped(String text, String json) {
    assertThat(new AnswerBuffer(1).addString(text).text()).isEqualTo(json);
  }

  @Test
  void addString_controlCharacters_areEscaped() {
    assertThat(new AnswerBuffer(1).addString("\b\t\n\f\r\u0000\u001f\u007f").text())
        .isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"");
  }

  @Test
  void addString_loneSurrogates_areWrittenAsEscapes() {
    assertThat(new AnswerBuffer(1).addString("a\ud800b\udc00\ud83d\ude00\ud83d").text())
        .isEqualTo("\"a\\ud800b\\udc00\ud83d\ude00\\ud83d\"");
  }

  @Test
  void addString_longText_growsTheBuffer() {
    String text = "x".repeat(100_000) + "ü".repeat(100_000);

    assertThat(new AnswerBuffer(1).addString(text).text()).isEqualTo('"' + text + '"');
  }

  @Test
  void of_nestedValue_isWritten() {
    assertThat(AnswerBuffer.of(List.of(1, true, "x", List.of())).text())
        .isEqualTo("[1,true,\"x\",[]]");
  }
}
