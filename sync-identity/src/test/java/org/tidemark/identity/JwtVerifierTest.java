package org.tidemark.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.identity.Tokens.AUDIENCE;
import static org.tidemark.identity.Tokens.ISSUER;
import static org.tidemark.identity.Tokens.NOW;
import static org.tidemark.identity.Tokens.RS256;
import static org.tidemark.identity.Tokens.claims;
import static org.tidemark.identity.Tokens.encode;
import static org.tidemark.identity.Tokens.rs256;
import static org.tidemark.identity.Tokens.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.BearerTokenEvidence;

class JwtVerifierTest {

  private static final KeySource RSA_KEY = new PemKey(Tokens.RSA.getPublic());

  @Test
  void validate_goodToken_givesSubjectAndGroupsAndNoMore() throws Exception {
    var attributes =
        requireNonNull(verifier(RSA_KEY).validate(new BearerTokenEvidence(rs256(claims()))));

    assertThat(attributes.getFirst("sub")).isEqualTo("ana");
    assertThat(List.copyOf(attributes.get("groups"))).containsExactly("user", "admin");
    assertThat(attributes.keySet()).containsExactlyInAnyOrder("sub", "groups");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodTokens")
  void validate_goodToken_isBelieved(String name, KeySource keys, String token) throws Exception {
    assertThat(isBelieved(keys, token)).isTrue();
  }

  static Stream<Arguments> goodTokens() {
    return Stream.of(
        good(
            "key id",
            RSA_KEY,
            sign("{\"alg\":\"RS256\",\"kid\":\"1\"}", claims(), "SHA256withRSA", Tokens.RSA)),
        good("RS384", RSA_KEY, sign("{\"alg\":\"RS384\"}", claims(), "SHA384withRSA", Tokens.RSA)),
        good("RS512", RSA_KEY, sign("{\"alg\":\"RS512\"}", claims(), "SHA512withRSA", Tokens.RSA)),
        good(
            "ES256",
            new PemKey(Tokens.EC.getPublic()),
            sign("{\"alg\":\"ES256\"}", claims(), "SHA256withECDSAinP1363Format", Tokens.EC)),
        good(
            "one audience of two",
            RSA_KEY,
            rs256(claims(ISSUER, "[\"other\",\"tidemark\"]", NOW.plusSeconds(60), NOW))),
        good(
            "ended just now",
            RSA_KEY,
            rs256(claims(ISSUER, "\"tidemark\"", NOW.minusSeconds(29), NOW))),
        good(
            "begins just now",
            RSA_KEY,
            rs256(claims(ISSUER, "\"tidemark\"", NOW.plusSeconds(60), NOW.plusSeconds(29)))));
  }

  private static Arguments good(String name, KeySource keys, String token) {
    return Arguments.of(name, keys, token);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void validate_badToken_isNotBelieved(String name, String token) throws Exception {
    assertThat(isBelieved(RSA_KEY, token)).isFalse();
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        bad(
            "expired",
            rs256(claims(ISSUER, "\"tidemark\"", NOW.minusSeconds(30), NOW.minusSeconds(60)))),
        bad(
            "not yet",
            rs256(claims(ISSUER, "\"tidemark\"", NOW.plusSeconds(60), NOW.plusSeconds(31)))),
        bad(
            "no end",
            rs256("{\"iss\":\"%s\",\"aud\":\"tidemark\",\"sub\":\"ana\"}".formatted(ISSUER))),
        bad("end is text", rs256(claims().replaceAll("\"exp\":(\\d+)", "\"exp\":\"$1\""))),
        bad(
            "other issuer",
            rs256(claims("https://other.example", "\"tidemark\"", NOW.plusSeconds(60), NOW))),
        bad("other audience", rs256(claims(ISSUER, "\"other\"", NOW.plusSeconds(60), NOW))),
        bad("no audience", rs256(claims(ISSUER, "null", NOW.plusSeconds(60), NOW))),
        bad("no subject", rs256(claims().replace("\"sub\"", "\"name\""))),
        bad("blank subject", rs256(claims().replace("ana", " "))),
        bad("subject is a number", rs256(claims().replace("\"ana\"", "1"))),
        bad("other key", sign(RS256, claims(), "SHA256withRSA", Tokens.OTHER_RSA)),
        bad("claims changed", changed(rs256(claims()))),
        bad("no signature", encode(RS256) + "." + encode(claims()) + "."),
        bad("algorithm none", encode("{\"alg\":\"none\"}") + "." + encode(claims()) + "."),
        bad("no algorithm", sign("{}", claims(), "SHA256withRSA", Tokens.RSA)),
        bad("algorithm is no text", sign("{\"alg\":256}", claims(), "SHA256withRSA", Tokens.RSA)),
        bad("public key as a secret", hs256()),
        bad(
            "algorithm of another kind of key",
            sign("{\"alg\":\"ES256\"}", claims(), "SHA256withRSA", Tokens.RSA)),
        bad(
            "critical extension",
            sign("{\"alg\":\"RS256\",\"crit\":[\"x\"]}", claims(), "SHA256withRSA", Tokens.RSA)));
  }

  private static Arguments bad(String name, String token) {
    return Arguments.of(name, token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "!.!.!",
        "e30.e30.",
        "W10.W10.",
        "bnVsbA.bnVsbA.",
        "e30.e30.e30"
      })
  void validate_malformedToken_isNotBelievedAndThrowsNothing(String token) throws Exception {
    assertThat(isBelieved(RSA_KEY, token)).isFalse();
  }

  @Test
  void validate_shortKey_isNotBelieved() throws Exception {
    var keys = Tokens.rsa(1024);
    var token = sign(RS256, claims(), "SHA256withRSA", keys);

    assertThat(isBelieved(new PemKey(keys.getPublic()), token)).isFalse();
  }

  @Test
  void validate_unknownKey_isNotBelieved() throws Exception {
    assertThat(isBelieved(keyId -> Optional.empty(), rs256(claims()))).isFalse();
  }

  @Test
  void validate_keysAway_saysThatItCannotTell() {
    KeySource away =
        keyId -> {
          throw new IOException("away");
        };

    assertThatThrownBy(() -> isBelieved(away, rs256(claims())))
        .isInstanceOf(RealmUnavailableException.class);
  }

  private static boolean isBelieved(KeySource keys, String token) throws RealmUnavailableException {
    return verifier(keys).validate(new BearerTokenEvidence(token)) != null;
  }

  private static JwtVerifier verifier(KeySource keys) {
    return new JwtVerifier(ISSUER, AUDIENCE, keys, InstantSource.fixed(NOW));
  }

  private static String changed(String token) {
    var parts = List.of(token.split("\\.", -1));
    return parts.get(0) + "." + encode(claims().replace("ana", "ben")) + "." + parts.get(2);
  }

  private static String hs256() {
    try {
      var signed = encode("{\"alg\":\"HS256\"}") + "." + encode(claims());
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Tokens.RSA.getPublic().getEncoded(), "HmacSHA256"));
      var signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
