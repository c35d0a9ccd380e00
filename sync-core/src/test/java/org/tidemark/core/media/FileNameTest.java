package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "photo.png", "Größe & Maß.pdf", "日本語.txt", "..hidden", "a b", "😀.gif"})
  void name_ofAFile_isFine(String name) {
    assertThat(FileName.problem(name)).isNull();
  }

  static Stream<String> hostile() {
    return Stream.of(
        "",
        "  ",
        ".",
        "..",
        "../etc/passwd",
        "a/b",
        "C:\\a",
        "a\u0000.png",
        "a\r\nSet-Cookie: x",
        "a\u007f",
        "a\u0085b",
        "photo\u202egpj.exe",
        "a\u2066b",
        "a\u2028b",
        "a\ud800",
        "n".repeat(256),
        "n".repeat(4_096));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void name_thatIsHostile_isRefused(String name) {
    assertThat(FileName.problem(name)).isNotNull();
    assertThatThrownBy(() -> new FileName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void disposition_hasAPlainNameAndTheExactOne() {
    assertThat(new FileName("Maß 1%\".txt").disposition(false))
        .isEqualTo("attachment; filename=\"Ma_ 1__.txt\"; filename*=UTF-8''Ma%c3%9f%201%25%22.txt");
    assertThat(new FileName("a.png").disposition(true)).startsWith("inline; filename=\"a.png\"");
  }
}
