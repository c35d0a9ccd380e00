package org.tidemark.console.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One page that stands open. Nothing here blocks: an event is a line, so a connection that does not
 * take it is dead, or so slow that it had better come again.
 */
final class LiveStream implements WriteListener, AsyncListener {

  /** A page that is closed is noticed by this, and must not keep its place for long. */
  private static final int TICKS_TO_BEAT = 5;

  private static final String BEAT = ": still here\n\n";
  private static final String GIVE_WAY = "event: giveway\ndata: {}\n\n";

  private final String session;
  private final AsyncContext connection;
  private final ServletOutputStream out;
  private final Source source;
  private final Consumer<LiveStream> onEnd;
  private @Nullable String last;
  private int silentTicks = TICKS_TO_BEAT;
  private boolean open;
  private boolean ended;

  /** Gives what a page is told; called again and again. */
  interface Source {
    /** The event's data as JSON; null: there is nothing to tell any more. */
    @Nullable String next();
  }

  LiveStream(String session, AsyncContext connection, Source source, Consumer<LiveStream> onEnd)
      throws IOException {
    this.session = session;
    this.connection = connection;
    this.out = connection.getResponse().getOutputStream();
    this.source = source;
    this.onEnd = onEnd;
  }

  void start() {
    connection.addListener(this);
    out.setWriteListener(this);
  }

  String session() {
    return session;
  }

  /** Tells the page what is new; now and then, that the stream is there. */
  void tick() {
    synchronized (this) {
      if (!open || ended) {
        return;
      }
    }
    String data = source.next();
    if (data == null) {
      end();
    } else {
      write(data);
    }
  }

  private void write(String data) {
    boolean broken = false;
    synchronized (this) {
      boolean news = !data.equals(last);
      if (!news && ++silentTicks < TICKS_TO_BEAT) {
        return;
      }
      silentTicks = 0;
      last = data;
      try {
        broken = ended || !out.isReady();
        if (!broken) {
          String event = news ? "data: " + data + "\n\n" : BEAT;
          out.write(event.getBytes(StandardCharsets.UTF_8));
          if (out.isReady()) {
            out.flush();
          }
        }
      } catch (IOException | RuntimeException e) {
        broken = true;
      }
    }
    if (broken) {
      end();
    }
  }

  /** Ends the stream for another page of the session; this one need not come again by itself. */
  void giveWay() {
    synchronized (this) {
      try {
        if (open && !ended && out.isReady()) {
          out.write(GIVE_WAY.getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException | RuntimeException e) {
        // Who does not hear it comes again, and is told then.
        silentTicks = 0;
      }
    }
    end();
  }

  /** Ends the stream; more than once does no harm. */
  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    onEnd.accept(this);
    try {
      connection.complete();
    } catch (IllegalStateException e) {
      // The container has ended it first.
      silentTicks = 0;
    }
  }

  @Override
  public synchronized void onWritePossible() {
    open = true;
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nothing starts the connection a second time.
  }
}
