package org.tidemark.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;

/** Keys and tokens, good and bad. */
final class Tokens {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final String ISSUER = "https://issuer.example";
  static final String AUDIENCE = "tidemark";
  static final KeyPair RSA = rsa(2048);
  static final KeyPair OTHER_RSA = rsa(2048);
  static final KeyPair EC = ec();
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

  private static KeyPair ec() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Good claims for ana. */
  static String claims() {
    return claims(ISSUER, "\"tidemark\"", NOW.plusSeconds(60), NOW.minusSeconds(60));
  }

  static String claims(String issuer, String audience, Instant end, Instant begin) {
    return "{\"iss\":\"%s\",\"aud\":%s,\"sub\":\"ana\",\"groups\":[\"user\",\"admin\"],\"exp\":%d,\"nbf\":%d}"
        .formatted(issuer, audience, end.getEpochSecond(), begin.getEpochSecond());
  }

  static String rs256(String claims) {
    return sign(RS256, claims, "SHA256withRSA", RSA);
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
