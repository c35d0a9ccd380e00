package org.tidemark.app.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How long a thread waits for the other side of a connection: whoever sends or reads too slowly is
 * cut off, so that a few of them can't hold all threads; much sooner while others wait for a
 * thread, so that many can't either. Time that we take ourselves does not count.
 *
 * <p>A thread that waits too long is interrupted, which closes its connection, and at no other
 * moment: {@link #begin} and {@link #end} stand around the waiting alone.
 */
final class Patience implements AutoCloseable {

  /** A sender has to bring so many bytes, or its last one, within the time. */
  private static final long LEAST_BYTES = 1 << 20;

  private static final int LOOKS = 4;

  /** What is on its way on this computer comes sooner. */
  private static final Duration WHILE_OTHERS_WAIT = Duration.ofMillis(250);

  private final long nanos;
  private final BooleanSupplier isCrowded;
  private final Map<Thread, Wait> waits = new HashMap<>();
  private final Thread watch;

  private static final class Wait {
    private final long since = System.nanoTime();
    private final long nanos;
    private boolean isOver;

    Wait(long nanos) {
      this.nanos = nanos;
    }

    boolean isLongerThan(long most) {
      return System.nanoTime() - since > most;
    }
  }

  /**
   * @param isCrowded whether others wait for a thread
   */
  Patience(Duration most, BooleanSupplier isCrowded) {
    this.nanos = most.toNanos();
    this.isCrowded = isCrowded;
    Duration shortest = most.compareTo(WHILE_OTHERS_WAIT) < 0 ? most : WHILE_OTHERS_WAIT;
    this.watch =
        new Thread(() -> watch(Math.max(1, shortest.toMillis() / LOOKS)), "tidemark-patience");
    watch.setDaemon(true);
    watch.start();
  }

  private void watch(long pauseMillis) {
    try {
      while (true) {
        awaitWaiting();
        Thread.sleep(pauseMillis);
        breakOff();
      }
    } catch (InterruptedException e) {
      // The server has ended, and nothing is waited for any more.
    }
  }

  /** Nothing is looked at, and no battery used, while nobody waits for anybody. */
  private synchronized void awaitWaiting() throws InterruptedException {
    while (waits.isEmpty()) {
      wait();
    }
  }

  private synchronized void breakOff() {
    long most = isCrowded.getAsBoolean() ? WHILE_OTHERS_WAIT.toNanos() : Long.MAX_VALUE;
    waits.forEach(
        (thread, wait) -> {
          if (!wait.isOver && wait.isLongerThan(Math.min(wait.nanos, most))) {
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
    waits.put(Thread.currentThread(), new Wait(most));
    notifyAll();
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
