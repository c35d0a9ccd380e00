package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.identity.Tokens.AUDIENCE;
import static org.tidemark.identity.Tokens.ISSUER;
import static org.tidemark.identity.Tokens.NOW;
import static org.tidemark.identity.Tokens.rs256;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.BearerTokenEvidence;

class TokenMemoryTest {

  private static final JWK KEY = PemKey.parse(Tokens.pem(Tokens.RSA));

  private Instant now = NOW;
  private List<JWK> keys = List.of(KEY);
  private int looks;
  private final TokenMemory memory =
      new TokenMemory(
          new JwtVerifier(
              ISSUER,
              AUDIENCE,
              (selector, context) -> {
                looks++;
                return selector.select(new JWKSet(keys));
              },
              () -> now),
          () -> now);

  @Test
  void validate_sameTokenAgain_looksOnce() throws Exception {
    var token = token(NOW.plus(Duration.ofHours(1)));

    assertThat(isBelieved(token)).isTrue();
    assertThat(isBelieved(token)).isTrue();

    assertThat(looks).isEqualTo(1);
  }

  @Test
  void validate_aMinuteLater_looksAnew() throws Exception {
    var token = token(NOW.plus(Duration.ofHours(1)));
    isBelieved(token);
    keys = List.of();

    now = NOW.plus(TokenMemory.LONGEST).minusMillis(1);
    assertThat(isBelieved(token)).isTrue();
    now = NOW.plus(TokenMemory.LONGEST);
    assertThat(isBelieved(token)).isFalse();
  }

  @Test
  void validate_afterTheTokensEnd_isNotBelieved() throws Exception {
    var token = token(NOW.plusSeconds(5));
    isBelieved(token);

    now = NOW.plusSeconds(5).plus(Claims.LEEWAY).plusSeconds(1);

    assertThat(isBelieved(token)).isFalse();
  }

  @Test
  void validate_refusedToken_isLookedAtAnew() throws Exception {
    var token = token(NOW.plus(Duration.ofHours(1)));
    keys = List.of();
    assertThat(isBelieved(token)).isFalse();

    keys = List.of(KEY);

    assertThat(isBelieved(token)).isTrue();
  }

  @Test
  void validate_otherToken_isNotTakenForARememberedOne() throws Exception {
    var token = token(NOW.plus(Duration.ofHours(1)));
    isBelieved(token);

    assertThat(isBelieved(token.substring(0, token.length() - 6) + "AAAAAA")).isFalse();
  }

  private boolean isBelieved(String token) throws RealmUnavailableException {
    return memory.validate(new BearerTokenEvidence(token)) != null;
  }

  private static String token(Instant end) {
    return rs256(Tokens.claims(ISSUER, "\"tidemark\"", end, NOW.minusSeconds(60)));
  }
}
