package org.tidemark.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is plainly no token of this person is told at once, without the server. */
class TypedTokenTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static String token(String claims) {
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  private static String problem(String text) {
    return String.valueOf(TypedToken.problem(text, "ana", NOW));
  }

  @Test
  void words_thatAreNoToken_areRefused() {
    assertThat(problem("")).isEqualTo("Paste a token here first.");
    for (String text : new String[] {"rubbish", "two words", "a.b", "e30.e30.c2ln.more"}) {
      assertThat(problem(text)).as(text).startsWith("This is no token.");
    }
    for (String text : new String[] {"rub.bi.sh", "e30.W10.c2ln", "W10.e30.c2ln"}) {
      assertThat(problem(text)).as(text).startsWith("This is no whole token.");
    }
  }

  @Test
  void token_ofSomebodyElse_isRefusedByName() {
    assertThat(problem(token("{\"sub\":\"ben\"}")))
        .startsWith("This token is of ben, and the records here are of ana.");
  }

  /** A clock that is hours ahead must lock nobody out. */
  @Test
  void token_thatExpiredLongAgo_isRefused_andOneOfTheLastDayIsLeftToTheServer() {
    long dayAgo = NOW.minus(Duration.ofDays(1)).getEpochSecond();
    assertThat(problem(token("{\"sub\":\"ana\",\"exp\":%d}".formatted(dayAgo))))
        .startsWith("This token expired long ago");
    assertThat(problem(token("{\"sub\":\"ana\",\"exp\":%d}".formatted(dayAgo + 1))))
        .isEqualTo("null");
    assertThat(problem(token("{}"))).isEqualTo("null");
  }
}
