package org.tidemark.web.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tidemark.web.graphql.engine.RequestRefused;
import org.tidemark.web.http.Pace;

class PacedBodyTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();

  @Test
  void read_wholeBody_isGiven() throws Exception {
    byte[] body = bytes(100_000);

    assertThat(PacedBody.read(new ByteArrayInputStream(body), 100_000, now::get)).isEqualTo(body);
    assertThat(PacedBody.read(new ByteArrayInputStream(body), 200_000, now::get)).isEqualTo(body);
    assertThat(PacedBody.read(new ByteArrayInputStream(body), 50_000, now::get)).hasSize(50_000);
    assertThat(PacedBody.read(new ByteArrayInputStream(body), 0, now::get)).isEmpty();
  }

  @Test
  void read_slowNetwork_isWaitedFor() throws Exception {
    byte[] body = bytes(1_000_000);
    InputStream slow = paced(body, Pace.LEAST_BYTES_A_SECOND, SECOND);

    assertThat(PacedBody.read(slow, body.length, now::get)).isEqualTo(body);
    assertThat(now.get()).isGreaterThan(400 * SECOND);
  }

  @Test
  void read_byteNowAndThen_isRefused() {
    InputStream trickle = paced(bytes(1_000), 1, 5 * SECOND);

    assertThatThrownBy(() -> PacedBody.read(trickle, 1_000, now::get))
        .isInstanceOf(RequestRefused.class);
    assertThat(now.get()).isLessThanOrEqualTo(PacedBody.GRACE.toNanos() + 5 * SECOND);
  }

  /** A few bytes at each read, and time passes meanwhile. */
  private InputStream paced(byte[] body, int bytesAtOnce, long nanos) {
    return new ByteArrayInputStream(body) {
      @Override
      public synchronized int read(byte[] to, int from, int length) {
        now.addAndGet(nanos);
        return super.read(to, from, Math.min(length, bytesAtOnce));
      }
    };
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
