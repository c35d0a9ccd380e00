package org.tidemark.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.wildfly.common.iteration.CodePointIterator;
import org.wildfly.security.pem.Pem;

/** One public key from a PEM file, whatever name a token gives it. */
final class PemKey {

  private PemKey() {}

  static JWKSource<SecurityContext> read(Path file) {
    try {
      var key = parse(Files.readString(file));
      return (selector, context) -> List.of(key);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "%s names %s, which cannot be read.".formatted(IdentitySettings.PUBLIC_KEY, file),
          unreadable);
    }
  }

  static JWK parse(String pem) {
    return publicKey(pem)
        .flatMap(PemKey::jwk)
        .filter(JwtVerifier::isFit)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s does not name a public key in PEM (-----BEGIN PUBLIC KEY-----), RSA of 2048 bits or more or EC P-256."
                        .formatted(IdentitySettings.PUBLIC_KEY)));
  }

  private static Optional<PublicKey> publicKey(String pem) {
    try {
      return Optional.ofNullable(Pem.parsePemPublicKey(CodePointIterator.ofString(pem)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<JWK> jwk(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return Optional.of(new RSAKey.Builder(rsa).build());
    }
    return key instanceof ECPublicKey ec
        ? Optional.ofNullable(Curve.forECParameterSpec(ec.getParams()))
            .map(curve -> new ECKey.Builder(curve, ec).build())
        : Optional.empty();
  }
}
