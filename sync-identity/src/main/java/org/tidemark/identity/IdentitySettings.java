package org.tidemark.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whose tokens are accepted, for whom they must be meant, and where the keys are that prove it. */
record IdentitySettings(
    String issuer, String audience, Optional<Path> publicKey, Optional<URI> jwks) {

  static final String ISSUER = "SYNC_JWT_ISSUER";
  static final String AUDIENCE = "SYNC_JWT_AUDIENCE";
  static final String PUBLIC_KEY = "SYNC_JWT_PUBLIC_KEY";
  static final String JWKS_URL = "SYNC_JWT_JWKS_URL";

  static IdentitySettings from(Map<String, String> environment) {
    var publicKey = value(environment, PUBLIC_KEY);
    var jwks = value(environment, JWKS_URL);
    if (publicKey.isPresent() == jwks.isPresent()) {
      throw new IllegalArgumentException(
          "Set one of %s (a PEM file) and %s (an address of a key set), not %s."
              .formatted(PUBLIC_KEY, JWKS_URL, publicKey.isPresent() ? "both" : "neither"));
    }
    return new IdentitySettings(
        value(environment, ISSUER)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Set %s to the `iss` of the tokens to accept.".formatted(ISSUER))),
        value(environment, AUDIENCE).orElse("tidemark"),
        publicKey.map(Path::of),
        jwks.map(IdentitySettings::address));
  }

  JWKSource<SecurityContext> keys() {
    return publicKey
        .map(PemKey::read)
        .or(() -> jwks.map(JwksKeys::at))
        .orElseThrow(() -> new IllegalStateException("neither key nor key set"));
  }

  private static URI address(String value) {
    var address = URI.create(value);
    var scheme = address.getScheme();
    if (!"https".equals(scheme) && !"http".equals(scheme)) {
      throw new IllegalArgumentException(
          "%s is %s, but has to begin with https:// or http://.".formatted(JWKS_URL, value));
    }
    return address;
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
