package org.tidemark.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.web.graphql.engine.ApiLimits;

/** Settings have defaults, and a bad one names itself. */
class WebSettingsTest {
  @Test
  void from_nothing_givesTheDefaults() {
    assertThat(WebSettings.from(Map.of()).limits()).isEqualTo(ApiLimits.DEFAULT);
  }

  @Test
  void from_values_areTaken() {
    WebSettings settings =
        WebSettings.from(Map.of("SYNC_MAX_QUERY_DEPTH", " 7 ", "SYNC_INTROSPECTION", "false"));

    assertThat(settings.limits().maxDepth()).isEqualTo(7);
    assertThat(settings.limits().introspection()).isFalse();
  }

  @Test
  void allowsOrigin_onlyThoseNamed() {
    WebSettings none = WebSettings.from(Map.of());
    assertThat(none.allowsOrigin("https://app.example")).isFalse();
    WebSettings two =
        WebSettings.from(Map.of("SYNC_CORS_ORIGINS", "https://app.example, http://localhost:3000"));
    assertThat(two.allowsOrigin("https://app.example")).isTrue();
    assertThat(two.allowsOrigin("http://localhost:3000")).isTrue();
    assertThat(two.allowsOrigin("https://app.example.evil.example")).isFalse();
    assertThat(WebSettings.from(Map.of("SYNC_CORS_ORIGINS", "*")).allowsOrigin("x")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC_MAX_BODY_BYTES,5MiB",
    "SYNC_MAX_BODY_BYTES,0",
    "SYNC_INTROSPECTION,yes",
    "SYNC_MAX_STREAMS,-1",
    "SYNC_CORS_ORIGINS,app.example",
    "SYNC_CORS_ORIGINS,https://app.example/path"
  })
  void from_badValue_namesVariableAndValue(String key, String value) {
    assertThatThrownBy(() -> WebSettings.from(Map.of(key, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }
}
