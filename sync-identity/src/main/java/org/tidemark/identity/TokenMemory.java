package org.tidemark.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.realm.token.TokenValidator;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.Attributes;
import org.wildfly.security.evidence.BearerTokenEvidence;

/**
 * Remembers for a minute what was believed: Elytron asks more than once in a request, and a client
 * comes again with the same token.
 *
 * <p>Never beyond the token's end, and only what was believed: a refused token is looked at anew.
 */
final class TokenMemory implements TokenValidator {

  static final Duration LONGEST = Duration.ofMinutes(1);
  static final int MOST_TOKENS = 10_000;

  private final JwtVerifier verifier;
  private final InstantSource clock;
  private final Map<ByteBuffer, Remembered> memory =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Remembered> eldest) {
          return size() > MOST_TOKENS;
        }
      };

  TokenMemory(JwtVerifier verifier, InstantSource clock) {
    this.verifier = verifier;
    this.clock = clock;
  }

  @Override
  public @Nullable Attributes validate(BearerTokenEvidence evidence)
      throws RealmUnavailableException {
    var now = clock.instant();
    var key = digest(evidence.getToken());
    var known = find(key, now);
    if (known != null) {
      return known;
    }
    var believed = verifier.verify(evidence.getToken());
    if (believed == null) {
      return null;
    }
    var latest = now.plus(LONGEST);
    var until = believed.end().isBefore(latest) ? believed.end() : latest;
    synchronized (memory) {
      memory.put(key, new Remembered(believed.attributes(), until));
    }
    return believed.attributes();
  }

  private @Nullable Attributes find(ByteBuffer key, Instant now) {
    synchronized (memory) {
      var known = memory.get(key);
      return known != null && now.isBefore(known.until()) ? known.attributes() : null;
    }
  }

  /** The memory holds no token that somebody could take from it. */
  private static ByteBuffer digest(String token) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private record Remembered(Attributes attributes, Instant until) {}
}
