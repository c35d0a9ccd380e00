package org.tidemark.console.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdSettingsTest {
  private static final Map<String, String> ALL =
      Map.of(
          "SYNC_CONSOLE_OIDC_ISSUER", "https://login.example/",
          "SYNC_CONSOLE_OIDC_CLIENT_ID", "tidemark",
          "SYNC_CONSOLE_OIDC_CLIENT_SECRET", "swordfish",
          "SYNC_PUBLIC_URL", "https://sync.example/sync");

  @Test
  void nothingSet_isNoProvider() {
    assertThat(OpenIdSettings.from(Map.of())).isNull();
  }

  @Test
  void allSet_comesBackToTheConsoleBesideTheApi_andKeepsTheIssuersSlash() {
    OpenIdSettings settings = Objects.requireNonNull(OpenIdSettings.from(ALL));

    assertThat(settings.back()).isEqualTo(URI.create("https://sync.example/console/openid/back"));
    assertThat(settings.issuer().getValue()).isEqualTo("https://login.example/");
    assertThat(settings.toString()).doesNotContain("swordfish");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SYNC_CONSOLE_OIDC_ISSUER",
        "SYNC_CONSOLE_OIDC_CLIENT_ID",
        "SYNC_CONSOLE_OIDC_CLIENT_SECRET"
      })
  void oneMissing_isRefusedByName(String missing) {
    Map<String, String> some = new HashMap<>(ALL);
    some.remove(missing);

    assertThatThrownBy(() -> OpenIdSettings.from(some))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login.example", "ftp://login.example", "https://", "not an address"})
  void issuer_thatIsNoAddress_isRefused(String issuer) {
    Map<String, String> some = new HashMap<>(ALL);
    some.put("SYNC_CONSOLE_OIDC_ISSUER", issuer);

    assertThatThrownBy(() -> OpenIdSettings.from(some))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SYNC_CONSOLE_OIDC_ISSUER");
  }
}
