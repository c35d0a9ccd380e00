package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/svg+xml",
        "text/html",
        "application/xhtml+xml",
        "application/pdf",
        "text/xml",
        "text/csv"
      })
  void typeThatMayCarryScript_isAnAttachment(String type) {
    assertThat(Serving.disposition(new FileName("a"), new ContentType(type)))
        .startsWith("attachment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "image/jpeg", "video/mp4", "text/plain"})
  void typeThatIsShown_isInline(String type) {
    assertThat(Serving.disposition(new FileName("a"), new ContentType(type))).startsWith("inline");
  }

  @Test
  void everyAnswer_isHarmless() {
    Map<String, String> headers =
        Serving.headers(new FileName("a.txt"), new ContentType("text/plain"), "abc");
    assertThat(headers)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Content-Security-Policy", "sandbox; default-src 'none'")
        .containsEntry("Content-Type", "text/plain;charset=UTF-8")
        .containsEntry("ETag", "\"abc\"");
  }
}
