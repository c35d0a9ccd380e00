package org.tidemark.web.rest.changes;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A servlet's connection in non-blocking mode. */
final class ServletSink implements EventSink {
  private final AsyncContext connection;
  private final ServletOutputStream out;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean started;
  private volatile boolean broken;

  ServletSink(AsyncContext connection) throws IOException {
    this.connection = connection;
    this.out = connection.getResponse().getOutputStream();
  }

  /** Lets the container say when bytes may be written, and when the connection has ended. */
  void start(ChangeStreams streams, ChangeStream stream) {
    connection.addListener(
        new Ending(
            () -> {
              ended.set(true);
              streams.end(stream);
            }));
    out.setWriteListener(
        new WriteListener() {
          @Override
          public void onWritePossible() {
            started = true;
            streams.ready(stream);
          }

          @Override
          public void onError(Throwable failure) {
            broken = true;
            streams.end(stream);
          }
        });
  }

  @Override
  public boolean isBroken() {
    return broken;
  }

  @Override
  public boolean isReady() {
    return started && !broken && !ended.get() && out.isReady();
  }

  @Override
  public void write(byte[] event) {
    try {
      out.write(event);
      if (out.isReady()) {
        out.flush();
      }
    } catch (IOException | RuntimeException e) {
      broken = true;
    }
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      try {
        connection.complete();
      } catch (IllegalStateException e) {
        // The container has ended it first.
        broken = true;
      }
    }
  }

  /** Runs an action however the connection ends. */
  private record Ending(Runnable action) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      action.run();
    }

    @Override
    public void onError(AsyncEvent event) {
      action.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Nothing starts the connection a second time.
    }
  }
}
