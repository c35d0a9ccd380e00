package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JwksKeysTest {

  private static final PublicKey OLD = Tokens.RSA.getPublic();
  private static final PublicKey NEW = Tokens.OTHER_RSA.getPublic();
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private Instant now = Tokens.NOW;
  private Map<String, PublicKey> published = Map.of("old", OLD);
  private boolean away;
  private int fetches;
  private final JwksKeys keys = new JwksKeys(this::fetch, () -> now);

  @Test
  void find_knownKey_readsTheSetOnce() throws Exception {
    assertThat(keys.find(Optional.of("old"))).contains(OLD);
    assertThat(keys.find(Optional.of("old"))).contains(OLD);
    assertThat(fetches).isEqualTo(1);
  }

  @Test
  void find_noKeyId_takesTheOnlyKey() throws Exception {
    assertThat(keys.find(Optional.empty())).contains(OLD);
  }

  @Test
  void find_noKeyIdAmongTwo_findsNone() throws Exception {
    published = Map.of("old", OLD, "new", NEW);

    assertThat(keys.find(Optional.empty())).isEmpty();
  }

  @Test
  void find_keyPublishedLater_isFoundAfterThePause() throws Exception {
    keys.find(Optional.of("old"));
    published = Map.of("new", NEW);
    now = now.plus(JwksKeys.PAUSE).plus(MOMENT);

    assertThat(keys.find(Optional.of("new"))).contains(NEW);
    assertThat(keys.find(Optional.of("old"))).isEmpty();
  }

  @Test
  void find_inventedKeyIds_readTheSetNoMoreOftenThanThePause() throws Exception {
    keys.find(Optional.of("old"));
    for (var i = 0; i < 100; i++) {
      assertThat(keys.find(Optional.of("invented" + i))).isEmpty();
    }

    assertThat(fetches).isEqualTo(1);
  }

  @Test
  void find_oldSet_isReadAgain() throws Exception {
    keys.find(Optional.of("old"));
    published = Map.of("new", NEW);
    now = now.plus(JwksKeys.MAX_AGE).plus(MOMENT);

    assertThat(keys.find(Optional.of("old"))).isEmpty();
  }

  @Test
  void find_providerAwayLater_keepsTheKnownKeys() throws Exception {
    keys.find(Optional.of("old"));
    away = true;
    now = now.plus(JwksKeys.MAX_AGE).plus(MOMENT);

    assertThat(keys.find(Optional.of("old"))).contains(OLD);
  }

  @Test
  void find_providerAwayFromTheStart_cannotTell() {
    away = true;

    assertThatThrownBy(() -> keys.find(Optional.of("old"))).isInstanceOf(IOException.class);
  }

  private Map<String, PublicKey> fetch() throws IOException {
    fetches++;
    if (away) {
      throw new IOException("away");
    }
    return published;
  }
}
