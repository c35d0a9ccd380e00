package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.identity.Tokens.EC;
import static org.tidemark.identity.Tokens.ISSUER;
import static org.tidemark.identity.Tokens.NOW;
import static org.tidemark.identity.Tokens.OTHER_RSA;
import static org.tidemark.identity.Tokens.RSA;
import static org.tidemark.identity.Tokens.claims;
import static org.tidemark.identity.Tokens.es256;
import static org.tidemark.identity.Tokens.jwk;
import static org.tidemark.identity.Tokens.rs256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.BearerTokenEvidence;

/** The realm as the server makes it, with keys from a file and from a provider over HTTP. */
@Timeout(60)
class TokenRealmIT {

  private final KeySetServer provider = new KeySetServer(jwk("r", RSA), jwk("e", EC));
  private final TokenRealm realm =
      realm(Map.of("SYNC_JWT_JWKS_URL", provider.address().toString()));

  TokenRealmIT() throws IOException {}

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void identity_keyFile_isSubjectWithGroups(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("key.pem"), Tokens.pem(RSA));

    isAna(realm(Map.of("SYNC_JWT_PUBLIC_KEY", file.toString())), rs256("any", RSA));
  }

  @Test
  void identity_noSettings_isNobody() throws Exception {
    assertThat(identity(realm(Map.of()), rs256("r", RSA)).exists()).isFalse();
  }

  @Test
  void identity_keysOfTheSet_isSubjectWithGroups() throws Exception {
    isAna(realm, rs256("r", RSA));
    isAna(realm, es256("e", EC));
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void identity_noKeyId_anyKeyOfTheKindWillDo() throws Exception {
    provider.publish(jwk("r", RSA), jwk("o", OTHER_RSA), jwk("e", EC));

    isAna(realm, rs256(claims()));
    isAna(realm, Tokens.sign(Tokens.RS256, claims(), "SHA256withRSA", OTHER_RSA));
  }

  @Test
  void identity_keyIdOfAnotherKey_isNobody() throws Exception {
    isNobody(rs256("r", OTHER_RSA));
    isNobody(rs256("e", RSA));
  }

  @Test
  void identity_setWithKeysThatAreNotOurs_passesThemOver() throws Exception {
    provider.publish(
        jwk("r", RSA).replace("{", "{\"use\":\"enc\","),
        jwk("p", Tokens.ec("secp521r1")),
        "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"AAAA\"}",
        "{\"kty\":\"NEW\",\"kid\":\"n\"}",
        jwk("o", OTHER_RSA));

    isAna(realm, rs256("o", OTHER_RSA));
    isNobody(rs256("r", RSA));
  }

  @Test
  void identity_keyPublishedLater_isFoundAtOnceAndTheOldOneIsGone() throws Exception {
    isAna(realm, rs256("r", RSA));
    provider.publish(jwk("o", OTHER_RSA));

    isAna(realm, rs256("o", OTHER_RSA));
    isNobody(rs256("r", RSA));
  }

  @Test
  void identity_inventedKeyIds_askTheProviderTwiceAtMost() throws Exception {
    isAna(realm, rs256("r", RSA));
    for (var i = 0; i < 100; i++) {
      isNobody(rs256("invented" + i, RSA));
    }

    assertThat(provider.asked()).isEqualTo(2);
    isAna(realm, rs256("r", RSA));
  }

  @Test
  void identity_providerGoesAway_keepsKnownKeys() throws Exception {
    isAna(realm, rs256("r", RSA));
    provider.close();

    isNobody(rs256("invented", RSA));
    isAna(realm, rs256("r", RSA));
  }

  @Test
  void identity_providerHangs_holdsNobodyWhoseKeyIsKnown() throws Exception {
    isAna(realm, rs256("r", RSA));
    provider.hang();
    var waiting = CompletableFuture.supplyAsync(() -> exists(rs256("invented", RSA)));
    provider.awaitHungRequest();

    isAna(realm, rs256("r", RSA));
    assertThat(waiting).isNotDone();
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({"500,'{\"keys\":[]}'", "200,<html/>", "200,{}", "404,''"})
  void identity_noKeySetYet_cannotTell(int status, String body) {
    provider.answerWith(status, body);
    // The third and fourth meet the limit of questions.
    for (var i = 0; i < 4; i++) {
      assertThatThrownBy(() -> identity(realm, rs256("r", RSA)).exists())
          .isInstanceOf(RealmUnavailableException.class);
    }
    assertThat(provider.asked()).isEqualTo(2);
  }

  private void isNobody(String token) throws RealmUnavailableException {
    assertThat(identity(realm, token).exists()).isFalse();
  }

  private boolean exists(String token) {
    try {
      return identity(realm, token).exists();
    } catch (RealmUnavailableException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static void isAna(TokenRealm realm, String token) throws RealmUnavailableException {
    var identity = identity(realm, token);
    assertThat(identity.exists()).isTrue();
    assertThat(identity.verifyEvidence(new BearerTokenEvidence(token))).isTrue();
    assertThat(identity.getRealmIdentityPrincipal().getName()).isEqualTo("ana");
    assertThat(List.copyOf(identity.getAuthorizationIdentity().getAttributes().get("groups")))
        .containsExactly("user", "admin");
  }

  private static RealmIdentity identity(TokenRealm realm, String token)
      throws RealmUnavailableException {
    return realm.getRealmIdentity(new BearerTokenEvidence(token));
  }

  private static TokenRealm realm(Map<String, String> keys) {
    var environment = new HashMap<>(keys);
    environment.put("SYNC_JWT_ISSUER", ISSUER);
    return new TokenRealm(environment, InstantSource.fixed(NOW));
  }
}
