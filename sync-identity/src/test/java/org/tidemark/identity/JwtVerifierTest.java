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

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wildfly.security.auth.server.RealmUnavailableException;

class JwtVerifierTest {

  private static final JWKSource<SecurityContext> RSA_KEY =
      key(PemKey.parse(Tokens.pem(Tokens.RSA)));

  @Test
  void verify_goodToken_givesSubjectAndGroupsAndNoMore() throws Exception {
    var attributes = requireNonNull(verifier(RSA_KEY).verify(rs256(claims()))).attributes();

    assertThat(attributes.getFirst("sub")).isEqualTo("ana");
    assertThat(List.copyOf(attributes.get("groups"))).containsExactly("user", "admin");
    assertThat(attributes.keySet()).containsExactlyInAnyOrder("sub", "groups");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodTokens")
  void verify_goodToken_isBelieved(String name, JWKSource<SecurityContext> keys, String token)
      throws Exception {
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
            key(PemKey.parse(Tokens.pem(Tokens.EC))),
            sign("{\"alg\":\"ES256\"}", claims(), "SHA256withECDSAinP1363Format", Tokens.EC)),
        good(
            "type",
            RSA_KEY,
            sign("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims(), "SHA256withRSA", Tokens.RSA)),
        good(
            "type of an access token",
            RSA_KEY,
            sign("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}", claims(), "SHA256withRSA", Tokens.RSA)),
        good(
            "one audience of two",
            RSA_KEY,
            rs256(claims(ISSUER, "[\"other\",\"tidemark\"]", NOW.plusSeconds(60), NOW))),
        good("longest subject", RSA_KEY, rs256(claims().replace("ana", "é".repeat(120)))),
        good("subject of one character", RSA_KEY, rs256(claims().replace("ana", "\\ud83c\\udf00"))),
        good(
            "ended just now",
            RSA_KEY,
            rs256(claims(ISSUER, "\"tidemark\"", NOW.minusSeconds(29), NOW))),
        good(
            "begins just now",
            RSA_KEY,
            rs256(claims(ISSUER, "\"tidemark\"", NOW.plusSeconds(60), NOW.plusSeconds(29)))));
  }

  private static Arguments good(String name, JWKSource<SecurityContext> keys, String token) {
    return Arguments.of(name, keys, token);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void verify_badToken_isNotBelieved(String name, String token) throws Exception {
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
        bad("end is null", rs256(claims().replaceAll("\"exp\":\\d+", "\"exp\":null"))),
        bad("end is text", rs256(claims().replaceAll("\"exp\":(\\d+)", "\"exp\":\"$1\""))),
        bad(
            "other issuer",
            rs256(claims("https://other.example", "\"tidemark\"", NOW.plusSeconds(60), NOW))),
        bad("other audience", rs256(claims(ISSUER, "\"other\"", NOW.plusSeconds(60), NOW))),
        bad("no audience", rs256(claims(ISSUER, "null", NOW.plusSeconds(60), NOW))),
        bad("no subject", rs256(claims().replace("\"sub\"", "\"name\""))),
        bad("blank subject", rs256(claims().replace("ana", " "))),
        bad("subject too long", rs256(claims().replace("ana", "x".repeat(121)))),
        bad("subject of two lines", rs256(claims().replace("ana", "a\\nb"))),
        bad("subject of half a character", rs256(claims().replace("ana", "\\ud83c"))),
        bad("subject is a number", rs256(claims().replace("\"ana\"", "1"))),
        bad("subject is null", rs256(claims().replace("\"ana\"", "null"))),
        bad("issuer is null", rs256(claims().replace("\"" + ISSUER + "\"", "null"))),
        bad(
            "another type of token",
            sign(
                "{\"alg\":\"RS256\",\"typ\":\"logout+jwt\"}",
                claims(),
                "SHA256withRSA",
                Tokens.RSA)),
        bad("RSA-PSS", sign("{\"alg\":\"PS256\"}", claims(), "SHA256withRSA", Tokens.RSA)),
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
  void verify_malformedToken_isNotBelievedAndThrowsNothing(String token) throws Exception {
    assertThat(isBelieved(RSA_KEY, token)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1",
        "[]",
        "{\"alg\":null}",
        "{\"alg\":[\"RS256\"]}",
        "{\"alg\":{}}",
        "{\"alg\":\"RS256\",\"kid\":1}",
        "{\"alg\":\"RS256\",\"crit\":1}",
        "{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"RS256\",\"x5t#S256\":\"AA\",\"x5c\":1}",
        "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\"}}",
        "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\"}"
      })
  void verify_strangeHeader_isNotBelievedAndThrowsNothing(String header) throws Exception {
    assertThat(isBelieved(RSA_KEY, sign(header, claims(), "SHA256withRSA", Tokens.RSA))).isFalse();
  }

  @Test
  void verify_damagedToken_changesNothingAndThrowsNothing() throws Exception {
    var seed = 20_260_101L;
    var random = new Random(seed);
    var good = rs256(claims());
    for (var i = 0; i < 2_000; i++) {
      var damaged = new StringBuilder(good);
      damaged.setCharAt(random.nextInt(good.length()), (char) (' ' + random.nextInt(95)));
      var believed = verifier(RSA_KEY).verify(damaged.toString());
      // Spare bits of the last character may change, and so nothing at all.
      assertThat(believed == null ? "ana" : believed.attributes().getFirst("sub"))
          .as("seed %d, step %d: %s", seed, i, damaged)
          .isEqualTo("ana");
    }
  }

  @Test
  void verify_groupsAsOneTextOrAmissOrNone_givesTexts() throws Exception {
    assertThat(groups("\"user\"")).containsExactly("user");
    assertThat(groups("[\"user\",1,null,\"admin\"]")).containsExactly("user", "admin");
    assertThat(groups("null")).isEmpty();
    assertThat(groups("{\"user\":true}")).isEmpty();
  }

  private static List<String> groups(String groups) throws RealmUnavailableException {
    var token = rs256(claims().replace("[\"user\",\"admin\"]", groups));
    return List.copyOf(requireNonNull(verifier(RSA_KEY).verify(token)).attributes().get("groups"));
  }

  @Test
  void verify_unfitKey_isNotBelieved() throws Exception {
    var rsa = Tokens.rsa(1024);
    var shortKey = new RSAKey.Builder((RSAPublicKey) rsa.getPublic()).build();
    var ec = Tokens.ec("secp521r1");
    var otherCurve = new ECKey.Builder(Curve.P_521, (ECPublicKey) ec.getPublic()).build();

    assertThat(isBelieved(key(shortKey), sign(RS256, claims(), "SHA256withRSA", rsa))).isFalse();
    assertThat(isBelieved(key(otherCurve), Tokens.es256("k", ec))).isFalse();
  }

  @Test
  void verify_keyOfAnotherKind_isNotBelieved() throws Exception {
    assertThat(isBelieved(key(PemKey.parse(Tokens.pem(Tokens.EC))), rs256(claims()))).isFalse();
    assertThat(isBelieved(RSA_KEY, Tokens.es256("k", Tokens.EC))).isFalse();
  }

  @Test
  void verify_unknownKey_isNotBelieved() throws Exception {
    assertThat(isBelieved((selector, context) -> List.of(), rs256(claims()))).isFalse();
  }

  @Test
  void verify_keysAway_saysThatItCannotTell() {
    JWKSource<SecurityContext> away =
        (selector, context) -> {
          throw new KeySourceException("away");
        };

    assertThatThrownBy(() -> isBelieved(away, rs256(claims())))
        .isInstanceOf(RealmUnavailableException.class);
  }

  private static JWKSource<SecurityContext> key(JWK key) {
    return (selector, context) -> List.of(key);
  }

  private static boolean isBelieved(JWKSource<SecurityContext> keys, String token)
      throws RealmUnavailableException {
    return verifier(keys).verify(token) != null;
  }

  private static JwtVerifier verifier(JWKSource<SecurityContext> keys) {
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
