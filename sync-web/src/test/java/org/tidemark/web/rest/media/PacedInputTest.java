package org.tidemark.web.rest.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tidemark.server.failure.SyncException;
import org.tidemark.web.http.BodyLost;
import org.tidemark.web.http.Pace;

class PacedInputTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Duration GRACE = Duration.ofSeconds(120);

  private final AtomicLong now = new AtomicLong();

  @Test
  void read_standingStillWithinTheGrace_isGiven() throws IOException {
    assertThat(paced(100, GRACE.toNanos() / 100).readAllBytes()).hasSize(100);
  }

  @Test
  void read_atTheLeastSpeed_isGiven() throws IOException {
    int size = Pace.LEAST_BYTES_A_SECOND * 1_000;
    assertThat(paced(size, SECOND / Pace.LEAST_BYTES_A_SECOND).readAllBytes()).hasSize(size);
  }

  @Test
  void read_byteNowAndThen_ends() {
    assertThatThrownBy(() -> paced(1_000, 5 * SECOND).readAllBytes())
        .isInstanceOfSatisfying(
            SyncException.class, e -> assertThat(e.code()).isEqualTo("BODY_TOO_SLOW"));
    assertThat(now.get()).isLessThanOrEqualTo(GRACE.plusSeconds(10).toNanos());
  }

  @Test
  void read_singleBytes_areThoseSent() throws IOException {
    PacedInput in = paced(2, 0);
    assertThat(List.of(in.read(), in.read(), in.read())).containsExactly(0xf7, 0xf7, -1);
  }

  @Test
  void read_ofAConnectionThatTheContainerEnded_isNoDefect() {
    PacedInput in = new PacedInput(new Freed(), new Pace(GRACE, now::get));
    assertThatThrownBy(in::readAllBytes).isInstanceOf(BodyLost.class);
  }

  private PacedInput paced(int size, long nanosForAByte) {
    return new PacedInput(new Trickle(size, nanosForAByte), new Pace(GRACE, now::get));
  }

  /** Gives a byte at each read, and time passes meanwhile. */
  private final class Trickle extends Body {
    private final long nanosForAByte;
    private int left;

    Trickle(int size, long nanosForAByte) {
      left = size;
      this.nanosForAByte = nanosForAByte;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      left--;
      now.addAndGet(nanosForAByte);
      return 0xf7;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (length == 0) {
        return 0;
      }
      int read = read();
      if (read < 0) {
        return read;
      }
      bytes[from] = (byte) read;
      return 1;
    }
  }

  /** What Undertow's stream does once its buffer is gone. */
  private static final class Freed extends Body {
    @Override
    public int read() {
      throw new NullPointerException("buffer");
    }
  }

  private abstract static class Body extends ServletInputStream {
    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read by one thread");
    }
  }
}
