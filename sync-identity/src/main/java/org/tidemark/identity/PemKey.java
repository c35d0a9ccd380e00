package org.tidemark.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One public key, whatever name a token gives it. */
record PemKey(PublicKey key) implements KeySource {

  static PemKey read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "%s names %s, which cannot be read.".formatted(IdentitySettings.PUBLIC_KEY, file),
          unreadable);
    }
  }

  static PemKey parse(String pem) {
    var body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    for (var algorithm : List.of("RSA", "EC")) {
      try {
        var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(body));
        return new PemKey(KeyFactory.getInstance(algorithm).generatePublic(encoded));
      } catch (GeneralSecurityException | IllegalArgumentException notThisOne) {
        continue;
      }
    }
    throw new IllegalArgumentException(
        "%s does not name an RSA or EC key in PEM (-----BEGIN PUBLIC KEY-----)."
            .formatted(IdentitySettings.PUBLIC_KEY));
  }

  @Override
  public Optional<PublicKey> find(Optional<String> keyId) {
    return Optional.of(key);
  }
}
