package org.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoIdentityTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final SigningKeys KEYS =
      new SigningKeys(TokenMintTest.keys(), Path.of("jwt-public.pem"));

  private final DemoIdentity first = DemoIdentity.of(KEYS, Map.of(), NOW);

  @Test
  void of_firstStart_makesTokensAndPasswords() {
    assertThat(first.variables())
        .containsOnlyKeys(
            "SYNC_TOKEN_ANA",
            "SYNC_TOKEN_BEN",
            "SYNC_TOKEN_ADMIN",
            "SYNC_ADMIN_PASSWORD",
            "SYNC_AUDITOR_PASSWORD");
    assertThat(first.mint().end(first.token("ana"))).contains(NOW.plus(DemoIdentity.LIFETIME));
    assertThat(first.adminPassword()).hasSize(20);
    assertThat(first.auditorPassword()).hasSize(20).isNotEqualTo(first.adminPassword());
  }

  @Test
  void of_twoFirstStarts_makeDifferentPasswords() {
    assertThat(DemoIdentity.of(KEYS, Map.of(), NOW).adminPassword())
        .isNotEqualTo(first.adminPassword());
  }

  @Test
  void of_laterStart_keepsTokensAndPasswords() {
    var later = NOW.plus(DemoIdentity.LIFETIME).minus(DemoIdentity.RENEWAL).minusSeconds(1);

    assertThat(DemoIdentity.of(KEYS, first.variables(), later).variables())
        .isEqualTo(first.variables());
  }

  @Test
  void of_tokenAboutToEnd_isMintedAfresh() {
    var later = NOW.plus(DemoIdentity.LIFETIME).minus(DemoIdentity.RENEWAL);
    var renewed = DemoIdentity.of(KEYS, first.variables(), later);

    assertThat(renewed.mint().end(renewed.token("ben")))
        .contains(later.plus(DemoIdentity.LIFETIME));
    assertThat(renewed.adminPassword()).isEqualTo(first.adminPassword());
  }

  @Test
  void of_tokenOfLostKeys_isMintedAfresh() {
    var newKeys = new SigningKeys(TokenMintTest.keys(), KEYS.publicKey());
    var renewed = DemoIdentity.of(newKeys, first.variables(), NOW.plus(Duration.ofHours(1)));

    assertThat(renewed.token("ana")).isNotEqualTo(first.token("ana"));
  }

  @Test
  void of_damagedVariable_isMintedAfresh() {
    var known = new HashMap<>(first.variables());
    known.put("SYNC_TOKEN_BEN", "…");
    var repaired = DemoIdentity.of(KEYS, known, NOW);

    assertThat(repaired.mint().end(repaired.token("ben"))).isPresent();
    assertThat(repaired.token("ana")).isEqualTo(first.token("ana"));
  }

  @Test
  void toString_always_keepsSecrets() {
    assertThat(first.toString())
        .doesNotContain(first.adminPassword(), first.auditorPassword(), first.token("admin"));
  }
}
