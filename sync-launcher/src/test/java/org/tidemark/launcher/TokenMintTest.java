package org.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenMintTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final KeyPair KEYS = keys();

  private final TokenMint mint = new TokenMint(KEYS, "issuer", "audience");

  static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void mint_user_namesIssuerAudienceSubjectGroupsAndTimes() {
    var token = mint.mint("ana", List.of("user", "admin"), NOW, DAY);

    assertThat(part(token, 0)).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    assertThat(part(token, 1))
        .isEqualTo(
            "{\"iss\":\"issuer\",\"aud\":\"audience\",\"sub\":\"ana\",\"groups\":[\"user\",\"admin\"],"
                + "\"iat\":1767225600,\"exp\":1767312000}");
  }

  @Test
  void mint_user_isSignedByThePrivateKey() throws Exception {
    var token = mint.mint("ana", List.of("user"), NOW, DAY);
    var dot = token.lastIndexOf('.');
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(KEYS.getPublic());
    signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)))).isTrue();
  }

  @Test
  void end_ownToken_isItsExpiry() {
    assertThat(mint.end(mint.mint("ana", List.of(), NOW, DAY))).contains(NOW.plus(DAY));
  }

  @Test
  void end_tokenOfOtherKeys_isUnknown() {
    var stranger = new TokenMint(keys(), "issuer", "audience");

    assertThat(mint.end(stranger.mint("ana", List.of(), NOW, DAY))).isEmpty();
  }

  @Test
  void end_noToken_isUnknown() {
    assertThat(mint.end("")).isEmpty();
    assertThat(mint.end("a.b.c")).isEmpty();
    assertThat(mint.end("a.b.!")).isEmpty();
  }

  private static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(List.of(token.split("\\.", -1)).get(index)),
        StandardCharsets.UTF_8);
  }
}
