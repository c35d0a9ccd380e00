package org.tidemark.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** Keys and tokens, good and bad. */
final class Tokens {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final String ISSUER = "https://issuer.example";
  static final String AUDIENCE = "tidemark";
  static final KeyPair RSA = rsa(2048);
  static final KeyPair OTHER_RSA = rsa(2048);
  static final KeyPair EC = ec("secp256r1");
  private static final AtomicLong NEXT_ID = new AtomicLong();
  static final String RS256 = "{\"alg\":\"RS256\"}";

  private Tokens() {}

  static KeyPair rsa(int bits) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static KeyPair ec(String curve) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The public key as a PEM file has it. */
  static String pem(KeyPair keys) {
    var body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  /** The public key as a key set has it, for an algorithm or any. */
  static String jwk(String keyId, KeyPair keys) {
    return keys.getPublic() instanceof RSAPublicKey rsa
        ? "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
            .formatted(keyId, number(rsa.getModulus()), number(rsa.getPublicExponent()))
        : jwk(keyId, (ECPublicKey) keys.getPublic());
  }

  private static String jwk(String keyId, ECPublicKey key) {
    return "{\"kty\":\"EC\",\"kid\":\"%s\",\"crv\":\"P-%d\",\"x\":\"%s\",\"y\":\"%s\"}"
        .formatted(
            keyId,
            key.getParams().getCurve().getField().getFieldSize(),
            number(key.getW().getAffineX()),
            number(key.getW().getAffineY()));
  }

  private static String number(BigInteger value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value.toByteArray());
  }

  /** Good claims for ana, with an id of their own: no memory has seen a token of them. */
  static String claims() {
    return claims(ISSUER, "\"tidemark\"", NOW.plusSeconds(60), NOW.minusSeconds(60))
        .replace("{", "{\"jti\":\"%d\",".formatted(NEXT_ID.getAndIncrement()));
  }

  static String claims(String issuer, String audience, Instant end, Instant begin) {
    return "{\"iss\":\"%s\",\"aud\":%s,\"sub\":\"ana\",\"groups\":[\"user\",\"admin\"],\"exp\":%d,\"nbf\":%d}"
        .formatted(issuer, audience, end.getEpochSecond(), begin.getEpochSecond());
  }

  static String rs256(String claims) {
    return sign(RS256, claims, "SHA256withRSA", RSA);
  }

  /** A token for ana that names its key. */
  static String rs256(String keyId, KeyPair keys) {
    return sign(
        "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(keyId), claims(), "SHA256withRSA", keys);
  }

  static String es256(String keyId, KeyPair keys) {
    return sign(
        "{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(keyId),
        claims(),
        "SHA256withECDSAinP1363Format",
        keys);
  }

  static String sign(String header, String claims, String algorithm, KeyPair keys) {
    try {
      var signed = encode(header) + "." + encode(claims);
      var signature = Signature.getInstance(algorithm);
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
