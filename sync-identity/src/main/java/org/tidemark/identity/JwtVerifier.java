package org.tidemark.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.Attributes;
import org.wildfly.security.authz.MapAttributes;

/**
 * Believes a token, or does not: signature, issuer, audience and times, all checked by Nimbus.
 *
 * <p>Elytron's own validator takes tokens that never expire, and knows no key set but one that the
 * token itself names.
 */
final class JwtVerifier {

  static final String SUBJECT = "sub";
  static final String GROUPS = "groups";
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.ES256);
  private static final int RSA_BITS = 2048;
  private static final int LONGEST_SUBJECT = 120;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  JwtVerifier(
      String issuer, String audience, JWKSource<SecurityContext> keys, InstantSource clock) {
    JWKSource<SecurityContext> fit =
        (selector, context) ->
            keys.get(selector, context).stream().filter(JwtVerifier::isFit).toList();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, fit));
    // Many providers name no type; RFC 9068 names that of access tokens.
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT,
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("application/at+jwt"),
            null));
    processor.setJWTClaimsSetVerifier(new Claims(issuer, audience, clock));
  }

  /** Whether a key is of a kind that we take, and long enough to prove anything. */
  static boolean isFit(JWK key) {
    return key instanceof RSAKey rsa
        ? rsa.size() >= RSA_BITS
        : key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
  }

  /**
   * What the token says; null where it is not to be believed.
   *
   * @throws RealmUnavailableException where no key is known and none can be fetched
   */
  @Nullable Believed verify(String text) throws RealmUnavailableException {
    try {
      var token = SignedJWT.parse(text);
      var claims = processor.process(token, null);
      var attributes = attributes(token.getPayload().toJSONObject());
      return attributes == null
          ? null
          : new Believed(attributes, claims.getExpirationTime().toInstant());
    } catch (KeySourceException keysAway) {
      throw new RealmUnavailableException(keysAway);
    } catch (ParseException | BadJOSEException | JOSEException | RuntimeException notBelieved) {
      // Unchecked too: the library trips over a header that is `null`.
      return null;
    }
  }

  // The bare claims: the library makes a text of a subject that is a number, and rounds it.
  private static @Nullable Attributes attributes(Map<String, Object> claims) {
    if (!(claims.get(SUBJECT) instanceof String subject) || !isName(subject)) {
      return null;
    }
    var attributes = new MapAttributes();
    attributes.addFirst(SUBJECT, subject);
    attributes.addAll(GROUPS, texts(claims.get(GROUPS)));
    return attributes.asReadOnly();
  }

  // A user's name is part of the names of what is theirs, where a longer or a stranger one has no
  // place.
  private static boolean isName(String subject) {
    return !subject.isBlank()
        && subject.length() <= LONGEST_SUBJECT
        && subject.codePoints().noneMatch(JwtVerifier::isUnprintable);
  }

  private static boolean isUnprintable(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  // A claim that is one text or a list of texts.
  private static List<String> texts(@Nullable Object claim) {
    var values = claim instanceof Collection<?> many ? many.stream() : Stream.ofNullable(claim);
    return values.filter(String.class::isInstance).map(String.class::cast).toList();
  }
}
