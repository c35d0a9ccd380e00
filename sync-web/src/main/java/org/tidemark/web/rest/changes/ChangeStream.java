package org.tidemark.web.rest.changes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One client on the live channel. Notices are folded: however many commits there are while the
 * client is slow or {@link #GAP} has not passed, it gets one event. Nothing here blocks, so a
 * commit's thread may call it.
 */
final class ChangeStream {
  static final Duration GAP = Duration.ofMillis(250);
  static final Duration HEARTBEAT = Duration.ofSeconds(25);

  /** A client comes back with a fresh token: what it may see is checked again. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  static final byte[] CHANGED = ascii("event: changed\ndata: {}\n\n");
  static final byte[] BEAT = ascii(": still here\n\n");
  private static final byte[] HELLO = ascii("retry: 3000\n\n");

  private final EventSink sink;
  private final Instant opened;
  private Instant written;
  private boolean greeted;
  private boolean changed = true;
  private boolean closed;

  /** The first event comes at once: what changed before the client was connected. */
  ChangeStream(EventSink sink, Instant now) {
    this.sink = sink;
    this.opened = now;
    this.written = now.minus(GAP);
  }

  /** Something changed in the client's spaces. */
  synchronized void changed(Instant now) {
    changed = true;
    write(now);
  }

  /** Time has passed, or the sink is ready again; false when the stream has ended. */
  synchronized boolean tick(Instant now) {
    if (sink.isBroken() || !now.isBefore(opened.plus(LONGEST))) {
      close();
    }
    write(now);
    return !closed;
  }

  /** Writes a heartbeat before its time; false when nobody reads any more. */
  synchronized boolean probe(Instant now) {
    if (!closed && sink.isReady()) {
      written = now;
      sink.write(BEAT);
    }
    return !closed && !sink.isBroken();
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      sink.close();
    }
  }

  private void write(Instant now) {
    byte[] event = next(now);
    while (!closed && event != null && sink.isReady()) {
      greeted = true;
      if (event == CHANGED) {
        changed = false;
      }
      written = event == HELLO ? written : now;
      sink.write(event);
      event = next(now);
    }
  }

  private byte @Nullable [] next(Instant now) {
    if (!greeted) {
      return HELLO;
    } else if (changed && !now.isBefore(written.plus(GAP))) {
      return CHANGED;
    }
    return now.isBefore(written.plus(HEARTBEAT)) ? null : BEAT;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
