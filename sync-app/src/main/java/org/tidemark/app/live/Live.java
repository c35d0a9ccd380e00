package org.tidemark.app.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.client.SyncClient;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.SyncState;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/**
 * Tells open pages what to look at again, as server-sent events. A page that comes late or comes
 * again hears of all topics at once, so that nothing is missed in between.
 */
public final class Live implements AutoCloseable {

  /**
   * A browser has six connections to a server, of which it needs some for all else. A tab more than
   * these takes the place of the oldest, which is told so and listens again when it is looked at.
   */
  private static final int MOST_STREAMS = 4;

  /** A tab that is closed is noticed by this, and must not keep its place for long. */
  private static final long HEARTBEAT_MS = 5_000;

  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] GIVE_WAY =
      "event: giveway\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

  private final SyncClient client;
  private final List<Stream> streams = new CopyOnWriteArrayList<>();
  private final Runnable unsubscribing;
  private volatile boolean syncing;
  private boolean closed;

  public Live(SyncClient client) {
    this.client = client;
    this.unsubscribing = client.events().subscribe(this::on);
  }

  public void add(Routes routes) {
    routes.get("/api/events", this::listen);
  }

  private void on(ClientEvent event) {
    if (event instanceof ClientEvent.StateChanged changed) {
      syncing = changed.state() == SyncState.SYNCING;
    }
    boolean notice = Notice.isOne(event);
    streams.forEach(stream -> stream.add(event, notice));
  }

  /** Has pages look at how the client stands, which something other than an event changed. */
  public void statusChanged() {
    on(new ClientEvent.StateChanged(client.status().state()));
  }

  private Reply listen(Call call) {
    Stream stream = new Stream(() -> syncing);
    return Reply.stream("text/event-stream", out -> tell(stream, out));
  }

  private synchronized void open(Stream stream) {
    if (closed) {
      throw new Refused(503, "CLOSING", "The program is about to end.");
    }
    streams.add(stream);
    if (streams.size() > MOST_STREAMS) {
      streams.remove(0).giveWay();
    }
  }

  private void tell(Stream stream, OutputStream out) throws IOException {
    open(stream);
    try {
      while (!stream.isEnded()) {
        Stream.@Nullable Message message = stream.next(HEARTBEAT_MS);
        out.write(message == null ? HEARTBEAT : bytes(message));
        out.flush();
      }
      if (stream.hasGivenWay()) {
        out.write(GIVE_WAY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      streams.remove(stream);
    }
  }

  private byte[] bytes(Stream.Message message) {
    ClientEvent.ConflictOpened first = message.conflict();
    JsonObject json =
        new Members()
            .list("topics", message.topics(), topic -> new JsonString(topic.name()))
            .list("notices", message.notices(), event -> Notice.json(event, client))
            .number("moreNotices", message.moreNotices())
            .json("conflict", first == null ? null : Notice.json(first, client))
            .number("conflicts", message.conflicts())
            .build();
    return ("data: " + json.canonicalText() + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void close() {
    closed = true;
    unsubscribing.run();
    streams.forEach(Stream::end);
  }
}
