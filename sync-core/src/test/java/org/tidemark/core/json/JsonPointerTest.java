package org.tidemark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pointers: what is one, and that they print as they were read. */
class JsonPointerTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a", "/a/b", "/a~1b/c~0d", "//", "/~01"})
  void parse_pointer_printsAsItself(String text) {
    assertThat(JsonPointer.parse(text).toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/~", "/~2", "/a~"})
  void parse_notAPointer_saysWhy(String text) {
    assertThat(JsonPointer.problem(text)).isNotNull();
    assertThatThrownBy(() -> JsonPointer.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void tokens_escaped_areTheNames() {
    assertThat(JsonPointer.parse("/a~1b/~01").tokens()).isEqualTo(List.of("a/b", "~1"));
    assertThat(JsonPointer.ROOT.append("a/b").append("~1").toString()).isEqualTo("/a~1b/~01");
    assertThat(JsonPointer.field("a/~")).isEqualTo("/a~1~0");
  }
}
