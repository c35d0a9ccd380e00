package org.tidemark.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of a token without verifying it. */
class BearerTokenTest {

  private static String jwt(String claims) {
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  @Test
  void subject_ofAJwt_isWhomItNames() {
    assertThat(BearerToken.subject(jwt("{\"sub\":\"ana\"}"))).contains("ana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.!.c", "a.b.c", "..", "a.b.c.d"})
  void subject_ofAnythingElse_isNobody(String token) {
    assertThat(BearerToken.subject(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"sub\":1}", "[]", "\"sub\"", "{\"sub\":\"a\",\"sub\":\"b\"}"})
  void subject_ofClaimsWithoutAName_isNobody(String claims) {
    assertThat(BearerToken.subject(jwt(claims))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "with\nbreak", "ü", "tab\t"})
  void noToken_isWhatIsNotOnePlainWord(String text) {
    assertThat(BearerToken.isOne(text)).isFalse();
    assertThat(BearerToken.isOne(jwt("{}"))).isTrue();
  }
}
