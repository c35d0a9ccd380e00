package org.tidemark.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts and columns fit where they are shown. */
class TextsTest {

  @Test
  void wrapped_losesNothing_andKeepsTheWidth() {
    for (String text :
        List.of("", "short", "a".repeat(50), "some words and then more of them", "😀".repeat(25))) {
      List<String> lines = Texts.wrapped(text, 10);
      assertThat(lines).allMatch(line -> Texts.length(line) <= 10);
      assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
  }

  @Test
  void wrapped_breaksAtBlanks() {
    assertThat(Texts.wrapped("alpha beta gamma", 10)).containsExactly("alpha beta", "gamma");
  }

  @Test
  void cut_leavesNoHalfCharacter() {
    assertThat(Texts.cut("😀😀😀😀😀", 4)).isEqualTo("😀...");
    assertThat(Texts.cut("four", 4)).isEqualTo("four");
  }

  @Test
  void escaped_keepsLettersOfAllLanguages() {
    assertThat(Texts.escaped("Grüße 你好 \u001b[31m\u202e")).isEqualTo("Grüße 你好 \\u001b[31m\\u202e");
  }

  @Test
  void beside_pairsLines_withinEightyColumns() {
    assertThat(Columns.beside("x".repeat(90), "y", true))
        .hasSize(3)
        .allMatch(line -> line.length() <= Columns.WIDTH)
        .first()
        .asString()
        .endsWith("| y");
  }

  @Test
  void size_growsInThousands() {
    assertThat(Texts.size(1)).isEqualTo("1 byte");
    assertThat(Texts.size(999)).isEqualTo("999 bytes");
    assertThat(Texts.size(1_000)).isEqualTo("1.0 kB");
    assertThat(Texts.size(999_949)).isEqualTo("999.9 kB");
    assertThat(Texts.size(999_950)).isEqualTo("1.0 MB");
    assertThat(Texts.size(1L << 30)).isEqualTo("1.1 GB");
    assertThat(Texts.size(Long.MAX_VALUE)).isEqualTo("9.2 EB");
  }
}
