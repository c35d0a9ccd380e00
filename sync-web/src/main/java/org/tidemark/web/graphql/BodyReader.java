package org.tidemark.web.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.tidemark.web.graphql.engine.RequestRefused;

/**
 * Reads a body within a time. The listener cuts a body that stalls; one that comes drop by drop
 * would still hold its thread for days.
 */
final class BodyReader {
  static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int FIRST = 8192;

  private final LongSupplier nanoTime;

  BodyReader(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Reads to the end, or as many bytes as told. */
  byte[] read(InputStream in, int most) throws IOException, RequestRefused {
    long start = nanoTime.getAsLong();
    byte[] body = new byte[Math.min(most, FIRST)];
    int length = 0;
    while (length < most) {
      if (length == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(most, 2L * length));
      }
      int count = in.read(body, length, body.length - length);
      if (count < 0) {
        break;
      }
      length += count;
      if (nanoTime.getAsLong() - start > LONGEST.toNanos()) {
        throw RequestRefused.bodyTooSlow(LONGEST);
      }
    }
    return length == body.length ? body : Arrays.copyOf(body, length);
  }
}
