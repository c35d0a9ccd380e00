package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
  void pemKey_rsaAndEc_areRead() throws Exception {
    assertThat(PemKey.parse(Tokens.pem(Tokens.RSA)).toRSAKey().toPublicKey())
        .isEqualTo(Tokens.RSA.getPublic());
    assertThat(PemKey.parse(Tokens.pem(Tokens.EC)).toECKey().toPublicKey())
        .isEqualTo(Tokens.EC.getPublic());
  }

  @Test
  void pemKey_noKeyOrUnfitKey_namesTheVariable() {
    for (var pem :
        List.of(
            "",
            "nonsense",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
            Tokens.pem(Tokens.rsa(1024)),
            Tokens.pem(Tokens.ec("secp521r1")))) {
      assertThatThrownBy(() -> PemKey.parse(pem))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("SYNC_JWT_PUBLIC_KEY");
    }
  }

  @Test
  void keys_addressThatIsNone_namesTheVariable() {
    var settings =
        IdentitySettings.from(
            Map.of("SYNC_JWT_ISSUER", "i", "SYNC_JWT_JWKS_URL", "http://x:99999999999/"));

    assertThatThrownBy(settings::keys)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SYNC_JWT_JWKS_URL");
  }

  private static void refused(Map<String, String> environment, String reason) {
    assertThatThrownBy(() -> IdentitySettings.from(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
