package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentitySettingsTest {

  @Test
  void from_keyFile_takesItAndTheUsualAudience() {
    var settings =
        IdentitySettings.from(Map.of("SYNC_JWT_ISSUER", "i", "SYNC_JWT_PUBLIC_KEY", "/key.pem"));

    assertThat(settings.issuer()).isEqualTo("i");
    assertThat(settings.audience()).isEqualTo("tidemark");
    assertThat(settings.publicKey()).contains(Path.of("/key.pem"));
  }

  @Test
  void from_keySet_takesItAndTheAudience() {
    var settings =
        IdentitySettings.from(
            Map.of(
                "SYNC_JWT_ISSUER", "i",
                "SYNC_JWT_AUDIENCE", "a",
                "SYNC_JWT_PUBLIC_KEY", " ",
                "SYNC_JWT_JWKS_URL", "https://issuer.example/jwks"));

    assertThat(settings.audience()).isEqualTo("a");
    assertThat(settings.jwks()).contains(URI.create("https://issuer.example/jwks"));
  }

  @Test
  void from_badEnvironment_namesTheVariable() {
    refused(Map.of("SYNC_JWT_ISSUER", "i"), "neither");
    refused(
        Map.of(
            "SYNC_JWT_ISSUER", "i", "SYNC_JWT_PUBLIC_KEY", "k", "SYNC_JWT_JWKS_URL", "https://x"),
        "both");
    refused(Map.of("SYNC_JWT_PUBLIC_KEY", "k"), "SYNC_JWT_ISSUER");
    refused(Map.of("SYNC_JWT_ISSUER", "i", "SYNC_JWT_JWKS_URL", "file:/x"), "SYNC_JWT_JWKS_URL");
  }

  @Test
  void pemKey_rsaAndEc_areRead() {
    for (var keys : new KeyPair[] {Tokens.RSA, Tokens.EC}) {
      var body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
      var pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";

      assertThat(PemKey.parse(pem).key()).isEqualTo(keys.getPublic());
    }
  }

  @Test
  void pemKey_noKey_namesTheVariable() {
    assertThatThrownBy(() -> PemKey.parse("nonsense")).hasMessageContaining("SYNC_JWT_PUBLIC_KEY");
  }

  private static void refused(Map<String, String> environment, String reason) {
    assertThatThrownBy(() -> IdentitySettings.from(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
