package org.tidemark.app.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long a thread waits for the other side of a connection: whoever sends or reads too slowly is
 * cut off, so that a few of them can't hold all threads. Time that we take ourselves does not
 * count.
 *
 * <p>A thread that waits too long is interrupted, which closes its connection, and at no other
 * moment: {@link #begin} and {@link #end} stand around the waiting alone.
 */
final class Patience implements AutoCloseable {

  /** A sender has to bring so many bytes, or its last one, within the time. */
  private static final long LEAST_BYTES = 1 << 20;

  private static final int LOOKS = 4;

  private final long nanos;
  private final Map<Thread, Wait> waits = new HashMap<>();
  private final Thread watch;

  private static final class Wait {
    private final long until;
    private boolean isOver;

    Wait(long until) {
      this.until = until;
    }
  }

  Patience(Duration most) {
    this.nanos = most.toNanos();
    this.watch = new Thread(() -> watch(Math.max(1, most.toMillis() / LOOKS)), "tidemark-patience");
    watch.setDaemon(true);
    watch.start();
  }

  private void watch(long pauseMillis) {
    try {
      while (true) {
        Thread.sleep(pauseMillis);
        breakOff();
      }
    } catch (InterruptedException e) {
      // The server has ended, and nothing is waited for any more.
    }
  }

  private synchronized void breakOff() {
    long now = System.nanoTime();
    waits.forEach(
        (thread, wait) -> {
          if (!wait.isOver && wait.until - now < 0) {
            wait.isOver = true;
            thread.interrupt();
          }
        });
  }

  /** This thread waits for the other side from now on. */
  void begin() {
    begin(nanos);
  }

  private synchronized void begin(long most) {
    waits.put(Thread.currentThread(), new Wait(System.nanoTime() + most));
  }

  /** It does not, or no more. */
  synchronized void end() {
    Wait wait = waits.remove(Thread.currentThread());
    if (wait != null && wait.isOver) {
      // That was ours; what the thread does next is another matter.
      Thread.interrupted();
    }
  }

  InputStream reading(InputStream from) {
    return new Reading(from);
  }

  OutputStream writing(OutputStream to) {
    return new Writing(to);
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private final class Reading extends FilterInputStream {
    private long left = nanos;
    private long bytes;

    Reading(InputStream from) {
      super(from);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      long before = System.nanoTime();
      begin(left);
      try {
        int read = super.read(into, offset, length);
        left -= System.nanoTime() - before;
        bytes += Math.max(0, read);
        if (bytes >= LEAST_BYTES) {
          left = nanos;
          bytes = 0;
        }
        return read;
      } finally {
        end();
      }
    }
  }

  private final class Writing extends FilterOutputStream {

    Writing(OutputStream to) {
      super(to);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      begin();
      try {
        out.write(bytes, offset, length);
      } finally {
        end();
      }
    }

    @Override
    public void flush() throws IOException {
      begin();
      try {
        out.flush();
      } finally {
        end();
      }
    }

    /** Closing reads what is left of the request, which may never come. */
    @Override
    public void close() throws IOException {
      begin();
      try {
        out.close();
      } finally {
        end();
      }
    }
  }
}
