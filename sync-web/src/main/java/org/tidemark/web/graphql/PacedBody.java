package org.tidemark.web.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.tidemark.web.graphql.engine.RequestRefused;
import org.tidemark.web.http.Bodies;
import org.tidemark.web.http.Pace;

/** Reads a body that comes at a fair {@link Pace}. */
final class PacedBody {

  static final Duration GRACE = Duration.ofSeconds(20);
  private static final int FIRST_BYTES = 8192;

  private PacedBody() {}

  /**
   * Reads to the end, or to {@code most} bytes.
   *
   * @param nanos the time, as {@link System#nanoTime} tells it
   */
  static byte[] read(InputStream in, int most, LongSupplier nanos)
      throws IOException, RequestRefused {
    Pace pace = new Pace(GRACE, nanos);
    // No more room than bytes have come: a length is easily announced.
    byte[] body = new byte[Math.min(most, FIRST_BYTES)];
    int size = 0;
    while (size < most) {
      if (size == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(most, 2L * size));
      }
      int read = Bodies.read(in, body, size, body.length - size);
      if (read < 0) {
        break;
      }
      size += read;
      if (!pace.isKeptWith(read)) {
        throw RequestRefused.tooSlow();
      }
    }
    return size == body.length ? body : Arrays.copyOf(body, size);
  }
}
