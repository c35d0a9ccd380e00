package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignedUrlTest {
  private static final Instant AT = Instant.ofEpochSecond(1_800_000_000);

  @Test
  void canonical_isOneLineForEachMember() {
    assertThat(new SignedUrl("PUT", "/p/1", 7, "image/png", AT, "k").canonical())
        .isEqualTo("tidemark-media-1\nPUT\n/p/1\n7\nimage/png\n1800000000\nk");
  }

  @Test
  void canonical_differsWithEachMember() {
    assertThat(
            Stream.of(
                    new SignedUrl("PUT", "/p/1", 7, "t", AT, "k"),
                    new SignedUrl("GET", "/p/1", 7, "t", AT, "k"),
                    new SignedUrl("PUT", "/p/2", 7, "t", AT, "k"),
                    new SignedUrl("PUT", "/p/1", 8, "t", AT, "k"),
                    new SignedUrl("PUT", "/p/1", 7, "u", AT, "k"),
                    new SignedUrl("PUT", "/p/1", 7, "t", AT.plusSeconds(1), "k"),
                    new SignedUrl("PUT", "/p/1", 7, "t", AT, "l"))
                .map(SignedUrl::canonical)
                .distinct())
        .hasSize(7);
  }

  @Test
  void lineBreak_isRefused() {
    assertThatThrownBy(() -> new SignedUrl("PUT", "/p\n/1", 7, "t", AT, "k"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tokens_haveTheirForm() {
    byte[] random = new byte[MediaId.RANDOM_BYTES];
    assertThat(MediaId.ofRandom(random).value()).isEqualTo("a".repeat(26));
    random[0] = (byte) 0xff;
    random[1] = (byte) 0x80;
    assertThat(MediaId.ofRandom(random).value()).isEqualTo("76" + "a".repeat(24));
    assertThat(MediaId.is("A".repeat(26))).isFalse();
    assertThat(MediaId.is("../".repeat(9))).isFalse();
    assertThatThrownBy(() -> new UploadId("x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContentKey.ofRandom(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
