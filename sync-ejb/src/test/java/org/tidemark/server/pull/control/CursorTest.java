package org.tidemark.server.pull.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final Cursor CURSOR =
      new Cursor(
          "epoch",
          Cursor.filterOf(List.of("note")),
          Instant.parse("2026-03-04T05:06:07.089Z"),
          Map.of("demo", 17L, "~ana", Long.MAX_VALUE));

  @Test
  void parse_ownText_isTheSameCursor() {
    assertThat(Cursor.parse(CURSOR.text())).isEqualTo(CURSOR);
  }

  @Test
  void filterOf_sameTypesInAnyOrder_isOneName() {
    assertThat(Cursor.filterOf(List.of("note", "task", "note")))
        .isEqualTo(Cursor.filterOf(List.of("task", "note")))
        .isNotEqualTo(Cursor.filterOf(List.of("task")))
        .isNotEqualTo(Cursor.filterOf(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not base64!",
        "bm90IGpzb24",
        "{}",
        "[]",
        "{\"e\":\"x\",\"f\":\"\",\"t\":1}",
        "{\"e\":\"x\",\"f\":\"\",\"t\":1.5,\"p\":{}}",
        "{\"e\":\"x\",\"f\":\"\",\"t\":1,\"p\":{\"demo\":-1}}",
        "{\"e\":\"x\",\"f\":\"\",\"t\":1,\"p\":{\"demo\":\"1\"}}",
        "{\"e\":\"x\",\"f\":\"\",\"t\":1,\"p\":{\"demo\":9223372036854775808}}",
        "{\"e\":\"x\",\"f\":\"\",\"t\":1e4000,\"p\":{}}"
      })
  void parse_anythingElse_isNoCursor(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Cursor.parse(text)).isNull();
    assertThat(Cursor.parse(Base64.getUrlEncoder().encodeToString(bytes))).isNull();
  }
}
