package org.tidemark.media.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.media.sign.SigningKeys.Key;
import org.tidemark.media.sign.UrlSigner.Verdict;
import org.tidemark.media.sign.UrlSigner.Verified;

class UrlSignerTest {
  private static final String PATH = "/api/v1/media/signed/u/1";
  private static final Instant END = Instant.ofEpochSecond(1_800_000_000);
  private static final Instant BEFORE = END.minusMillis(1);

  private final AtomicReference<SigningKeys> keys =
      new AtomicReference<>(new SigningKeys(List.of(key("k1"))));
  private final UrlSigner signer =
      new UrlSigner(URI.create("https://media.example/sync"), keys::get);
  private final URI url = signer.sign("PUT", PATH, 7, "image/png", END);

  private static Key key(String id) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) id.hashCode());
    return new Key(id, secret);
  }

  @Test
  void signed_isGoodUntilItExpires() {
    assertThat(url.toString()).startsWith("https://media.example/sync" + PATH + "?length=7&");
    Verified verified = signer.verify("PUT", PATH, query(url), BEFORE);
    assertThat(verified.verdict()).isEqualTo(Verdict.GOOD);
    assertThat(verified.url()).isNotNull();
    assertThat(signer.verify("PUT", PATH, query(url), END).verdict()).isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void otherMethodOrPath_isBad() {
    assertThat(signer.verify("GET", PATH, query(url), BEFORE).verdict()).isEqualTo(Verdict.BAD);
    assertThat(signer.verify("PUT", "/api/v1/media/signed/u/2", query(url), BEFORE).verdict())
        .isEqualTo(Verdict.BAD);
    assertThat(signer.verify("PUT", "/api/v1/media/signed/v/1", query(url), BEFORE).verdict())
        .isEqualTo(Verdict.BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"length", "type", "expires", "key", "signature"})
  void parameterMissingOrChangedByOneCharacter_isBad(String name) {
    String value = query(url).getOrDefault(name, "");
    for (int i = 0; i < value.length(); i++) {
      Map<String, String> changed = query(url);
      char other = value.charAt(i) == '1' ? '2' : '1';
      changed.put(name, value.substring(0, i) + other + value.substring(i + 1));
      assertThat(signer.verify("PUT", PATH, changed, BEFORE).verdict())
          .as(changed.toString())
          .isEqualTo(Verdict.BAD);
    }
    Map<String, String> without = query(url);
    without.remove(name);
    assertThat(signer.verify("PUT", PATH, without, BEFORE).verdict()).isEqualTo(Verdict.BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "9999999999999999999", "x", "", "7 "})
  void lengthThatIsNone_isBad(String length) {
    Map<String, String> changed = query(url);
    changed.put("length", length);
    assertThat(signer.verify("PUT", PATH, changed, BEFORE).verdict()).isEqualTo(Verdict.BAD);
  }

  @Test
  void rotatedKey_isAcceptedUntilItIsRetired() {
    keys.set(new SigningKeys(List.of(key("k2"), key("k1"))));
    assertThat(signer.verify("PUT", PATH, query(url), BEFORE).verdict()).isEqualTo(Verdict.GOOD);
    URI newer = signer.sign("PUT", PATH, 7, "image/png", END);
    assertThat(query(newer)).containsEntry("key", "k2");

    keys.set(new SigningKeys(List.of(key("k3"), key("k2"))));
    assertThat(signer.verify("PUT", PATH, query(url), BEFORE).verdict()).isEqualTo(Verdict.BAD);
    assertThat(signer.verify("PUT", PATH, query(newer), BEFORE).verdict()).isEqualTo(Verdict.GOOD);
  }

  @Test
  void keys_thatAreWeakOrNone_areRefused() {
    assertThatThrownBy(() -> new SigningKeys(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SigningKeys(List.of(new Key("k", new byte[31]))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(key("k1").toString()).isEqualTo("Key[k1]");
  }

  private static Map<String, String> query(URI url) {
    Map<String, String> query = new HashMap<>();
    for (String pair : url.getRawQuery().split("&")) {
      int equals = pair.indexOf('=');
      query.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
