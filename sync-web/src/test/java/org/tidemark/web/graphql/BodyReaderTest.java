package org.tidemark.web.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.web.graphql.engine.RequestRefused;

/** Every byte is read, no more than asked for, and not for ever. */
class BodyReaderTest {
  private static final int LIMIT = 100_000;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final BodyReader reader = new BodyReader(nanos::get);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 8193, 16_384, 99_999, 100_000})
  void read_bodyUpToTheLimit_isWhole(int length) throws Exception {
    byte[] body = body(length);

    assertThat(reader.read(new ByteArrayInputStream(body), LIMIT)).isEqualTo(body);
    assertThat(reader.read(new ByteArrayInputStream(body), length)).isEqualTo(body);
  }

  @Test
  void read_longerBody_leavesTheRest() throws Exception {
    byte[] body = body(LIMIT + 1);
    InputStream in = new ByteArrayInputStream(body);

    assertThat(reader.read(in, LIMIT)).isEqualTo(body(LIMIT));
    assertThat(in.available()).isEqualTo(1);
  }

  @Test
  void read_dropByDropWithinTheTime_isWhole() throws Exception {
    byte[] body = body(300);

    assertThat(reader.read(new Drops(body, Duration.ofSeconds(1)), LIMIT)).isEqualTo(body);
  }

  @Test
  void read_dropByDropForLonger_isRefusedAndMayBeTriedAgain() {
    InputStream in = new Drops(body(LIMIT), Duration.ofSeconds(1));

    assertThatThrownBy(() -> reader.read(in, LIMIT))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(408);
              assertThat(refused.error().code()).isEqualTo("BODY_TOO_SLOW");
              assertThat(refused.error().retryable()).isTrue();
            });
  }

  private static byte[] body(int length) {
    byte[] body = new byte[LIMIT + 1];
    new Random(1).nextBytes(body);
    return Arrays.copyOf(body, length);
  }

  /** Gives one byte at a time, and lets time pass. */
  private final class Drops extends InputStream {
    private final InputStream all;
    private final Duration pause;

    Drops(byte[] body, Duration pause) {
      all = new ByteArrayInputStream(body);
      this.pause = pause;
    }

    @Override
    public int read() throws IOException {
      nanos.addAndGet(pause.toNanos());
      return all.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int drop = read();
      if (drop >= 0) {
        into[offset] = (byte) drop;
      }
      return drop < 0 ? -1 : 1;
    }
  }
}
