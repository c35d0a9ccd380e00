package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.identity.JwksKeys.MAX_AGE;
import static org.tidemark.identity.JwksKeys.MAX_OUTAGE;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a key set is believed, with a provider over HTTP and a clock of our own. */
class JwksKeysIT {

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final KeySetServer provider = new KeySetServer(Tokens.jwk("old", Tokens.RSA));
  private final JWKSetSource<SecurityContext> keys =
      ((JWKSetBasedJWKSource<SecurityContext>) JwksKeys.cached(provider.address().toURL()))
          .getJWKSetSource();

  JwksKeysIT() throws IOException {}

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void keySet_young_isNotReadAgain() throws Exception {
    assertThat(keysAfter(Duration.ZERO)).containsExactly("old");
    assertThat(keysAfter(Duration.ofMinutes(4))).containsExactly("old");
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void keySet_old_isReadAgain() throws Exception {
    keysAfter(Duration.ZERO);
    provider.publish(Tokens.jwk("new", Tokens.RSA));

    assertThat(keysAfter(MAX_AGE.plus(MOMENT))).containsExactly("new");
  }

  @Test
  void keySet_providerAway_isBelievedForADay() throws Exception {
    keysAfter(Duration.ZERO);
    provider.close();

    assertThat(keysAfter(MAX_AGE.plus(MOMENT))).containsExactly("old");
    assertThat(keysAfter(MAX_OUTAGE.minus(MOMENT))).containsExactly("old");
    assertThatThrownBy(() -> keysAfter(MAX_OUTAGE.plus(MAX_AGE)))
        .isInstanceOf(KeySourceException.class);
  }

  @Test
  void keySet_providerBackAgain_isReadAgain() throws Exception {
    keysAfter(Duration.ZERO);
    provider.answerWith(503, "");
    keysAfter(MAX_AGE.plus(MOMENT));
    provider.publish(Tokens.jwk("new", Tokens.RSA));

    assertThat(keysAfter(MAX_AGE.multipliedBy(2).plus(MOMENT.multipliedBy(2))))
        .containsExactly("new");
  }

  private List<String> keysAfter(Duration time) throws KeySourceException {
    var now = Tokens.NOW.plus(time).toEpochMilli();
    return keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, null).getKeys().stream()
        .map(JWK::getKeyID)
        .toList();
  }
}
