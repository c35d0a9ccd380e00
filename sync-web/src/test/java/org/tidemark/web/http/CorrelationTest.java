package org.tidemark.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's own correlation id is taken only where it is harmless. */
class CorrelationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A-b_c.9",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void orNew_saneId_isKept(String sent) {
    assertThat(Correlation.orNew(sent)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\nb",
        "a\r\nSet-Cookie: x",
        "ä",
        "a\n",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void orNew_otherId_isReplaced(String sent) {
    assertThat(Correlation.orNew(sent)).isNotEqualTo(sent).matches("[0-9a-f-]{36}");
  }

  @Test
  void orNew_none_isMade() {
    assertThat(Correlation.orNew(null)).matches("[0-9a-f-]{36}");
  }
}
