package org.tidemark.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A provider's key set, read over HTTP and kept. It is read again in the background before it is
 * old, and at once when a token names a key that it does not hold (the provider has changed its
 * keys), but only twice within the pause: tokens with invented key ids must not turn this server
 * against its provider. A provider that is away for up to a day locks nobody out whose key is
 * known; then its keys might have been withdrawn.
 */
final class JwksKeys implements JWKSource<SecurityContext> {

  static final Duration MAX_AGE = Duration.ofMinutes(10);
  static final Duration MAX_OUTAGE = Duration.ofDays(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
  private static final int LIMIT_BYTES = 1 << 20;
  private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());
  private static final Logger LOG = Logger.getLogger(JwksKeys.class.getName());

  private final JWKSource<SecurityContext> cached;

  private JwksKeys(JWKSource<SecurityContext> cached) {
    this.cached = cached;
  }

  static JwksKeys at(URI address) {
    try {
      return new JwksKeys(cached(address.toURL()));
    } catch (MalformedURLException unusable) {
      throw new IllegalArgumentException(
          "%s is %s, which is no address.".formatted(IdentitySettings.JWKS_URL, address), unusable);
    }
  }

  static JWKSource<SecurityContext> cached(URL address) {
    var http =
        new DefaultResourceRetriever(
            (int) CONNECT_TIMEOUT.toMillis(), (int) READ_TIMEOUT.toMillis(), LIMIT_BYTES);
    return JWKSourceBuilder.create(new Logged(new URLBasedJWKSetSource<>(address, http)))
        .outageTolerant(MAX_OUTAGE.toMillis())
        .rateLimited(PAUSE.toMillis())
        .cache(MAX_AGE.toMillis(), CONNECT_TIMEOUT.plus(READ_TIMEOUT).toMillis())
        // The common pool, as a thread of our own would outlive a reload of the server.
        .refreshAheadCache(AHEAD.toMillis(), null, ForkJoinPool.commonPool(), false, null, false)
        .build();
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return cached.get(selector, context);
    } catch (RateLimitReachedException tooSoon) {
      // Either the key is not in the set, or there is no set yet; then this fails as well.
      cached.get(ANY, context);
      return List.of();
    }
  }

  /** Tells the log why a key set was not read. */
  private static final class Logged extends JWKSetSourceWrapper<SecurityContext> {

    Logged(JWKSetSource<SecurityContext> source) {
      super(source);
    }

    @Override
    public JWKSet getJWKSet(
        JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
        throws KeySourceException {
      try {
        return getSource().getJWKSet(evaluator, now, context);
      } catch (KeySourceException unreadable) {
        LOG.log(Level.WARNING, "The identity provider's key set cannot be read.", unreadable);
        throw unreadable;
      }
    }
  }
}
