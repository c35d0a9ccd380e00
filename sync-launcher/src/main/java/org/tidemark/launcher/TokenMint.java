package org.tidemark.launcher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes bearer tokens: JSON Web Tokens signed with RS256. */
public final class TokenMint {

  private static final Pattern END = Pattern.compile("\"exp\":([0-9]{1,12})[,}]");

  private final KeyPair keys;
  private final String issuer;
  private final String audience;

  public TokenMint(KeyPair keys, String issuer, String audience) {
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audience;
  }

  /** A mint with the same keys that names another issuer. */
  public TokenMint withIssuer(String other) {
    return new TokenMint(keys, other, audience);
  }

  /** A mint with the same keys for another audience. */
  public TokenMint withAudience(String other) {
    return new TokenMint(keys, issuer, other);
  }

  /**
   * A token for the subject, a plain name, from now on and for the given time (which may be
   * negative).
   */
  public String mint(String subject, List<String> groups, Instant now, Duration lifetime) {
    var claims =
        "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"groups\":[%s],\"iat\":%d,\"exp\":%d}"
            .formatted(
                issuer,
                audience,
                subject,
                groups.stream().map("\"%s\""::formatted).collect(Collectors.joining(",")),
                now.getEpochSecond(),
                now.plus(lifetime).getEpochSecond());
    var signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
    return signed + "." + encode(sign(signed));
  }

  /** When a token of this mint ends; nothing for a token that others made. */
  Optional<Instant> end(String token) {
    var lastDot = token.lastIndexOf('.');
    if (lastDot < 0 || !isSigned(token.substring(0, lastDot), token.substring(lastDot + 1))) {
      return Optional.empty();
    }
    var claims =
        new String(
            decode(token.substring(token.indexOf('.') + 1, lastDot)), StandardCharsets.UTF_8);
    var end = END.matcher(claims);
    return end.find()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(end.group(1))))
        : Optional.empty();
  }

  private byte[] sign(String text) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean isSigned(String text, String signed) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(keys.getPublic());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.verify(decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
