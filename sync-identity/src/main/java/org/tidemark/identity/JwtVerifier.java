package org.tidemark.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.realm.token.TokenValidator;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.Attributes;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.evidence.BearerTokenEvidence;

/**
 * Believes a token, or does not: signature, issuer, audience and times.
 *
 * <p>Elytron's own validator takes tokens that never expire, knows no key set but one that the
 * token itself names, and answers some malformed tokens with an exception, which a client sees as a
 * failure of the server and not as a 401.
 */
final class JwtVerifier implements TokenValidator {

  static final String SUBJECT = "sub";
  static final String GROUPS = "groups";
  static final Duration LEEWAY = Duration.ofSeconds(30);
  private static final Map<String, String> RSA =
      Map.of("RS256", "SHA256withRSA", "RS384", "SHA384withRSA", "RS512", "SHA512withRSA");
  private static final Map<String, String> EC = Map.of("ES256", "SHA256withECDSAinP1363Format");

  private final String issuer;
  private final String audience;
  private final KeySource keys;
  private final InstantSource clock;

  JwtVerifier(String issuer, String audience, KeySource keys, InstantSource clock) {
    this.issuer = issuer;
    this.audience = audience;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public @Nullable Attributes validate(BearerTokenEvidence evidence)
      throws RealmUnavailableException {
    var token = JsonWebToken.parse(evidence.getToken());
    // The signature first: until then not even a number in the claims deserves to be read.
    return token.isPresent() && isSigned(token.get()) && isMeantForUsNow(token.get())
        ? attributes(token.get())
        : null;
  }

  private boolean isMeantForUsNow(JsonWebToken token) {
    var now = clock.instant();
    return !token.isCritical()
        && token.text("iss").filter(issuer::equals).isPresent()
        && token.texts("aud").contains(audience)
        && token.text(SUBJECT).filter(subject -> !subject.isBlank()).isPresent()
        && token.time("exp").filter(end -> now.isBefore(end.plus(LEEWAY))).isPresent()
        && token.time("nbf").filter(begin -> now.isBefore(begin.minus(LEEWAY))).isEmpty();
  }

  private boolean isSigned(JsonWebToken token) throws RealmUnavailableException {
    try {
      var key = keys.find(token.keyId());
      return key.isPresent() && verify(token, key.get());
    } catch (IOException noKeys) {
      throw new RealmUnavailableException(noKeys);
    }
  }

  // The key, not the token, says which algorithms may be meant: `none` and a public key taken for
  // an
  // HMAC secret have no place to begin.
  private static boolean verify(JsonWebToken token, PublicKey key) {
    return algorithms(key)
        .map(known -> known.get(token.algorithm()))
        .filter(algorithm -> verify(token, key, algorithm))
        .isPresent();
  }

  private static Optional<Map<String, String>> algorithms(PublicKey key) {
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= 2048) {
      return Optional.of(RSA);
    }
    return key instanceof ECPublicKey ? Optional.of(EC) : Optional.empty();
  }

  private static boolean verify(JsonWebToken token, PublicKey key, String algorithm) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(token.signed());
      return signature.verify(token.signature());
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static Attributes attributes(JsonWebToken token) {
    var attributes = new MapAttributes();
    token.text(SUBJECT).ifPresent(subject -> attributes.addFirst(SUBJECT, subject));
    attributes.addAll(GROUPS, token.texts(GROUPS));
    return attributes;
  }
}
