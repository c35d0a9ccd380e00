package org.tidemark.testkit.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.TransportFailure.NoAnswer;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;
import org.tidemark.testkit.server.ModelServer;

/**
 * A way to the media on which requests are noted, and can be lost or answered otherwise. They may
 * come at once; the model, which is one thread's alone, has one after the other.
 */
final class MediaWire implements MediaTransport {
  /** What was asked for, in its order: create, look, urls, send 1, complete, abort. */
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private final ModelServer model;
  private final MediaTransport server;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private @Nullable TransportFailure down;
  private Runnable beforeSend = () -> {};
  private long breakAt = -1;
  private long sentBytes;

  /** What happens to the next request of a name. */
  private record Fault(String request, TransportFailure failure, boolean arrives) {}

  /** A request. */
  private interface Exchange<T> {
    T make() throws TransportException;
  }

  MediaWire(ModelServer model) {
    this.model = model;
    this.server = model.media().as("ana");
  }

  /** The next such request never arrives, or is refused before it does anything. */
  void lose(String request, TransportFailure failure) {
    faults.add(new Fault(request, failure, false));
  }

  /** The next such request is done, and its answer never arrives. */
  void loseAnswer(String request) {
    faults.add(new Fault(request, new NoAnswer("reset"), true));
  }

  /** Nothing comes through; null: everything does. */
  void down(@Nullable TransportFailure failure) {
    down = failure;
  }

  void beforeSend(Runnable action) {
    beforeSend = action;
  }

  /** The connection breaks once so many bytes have gone over it. */
  void breakAt(long bytes) {
    breakAt = bytes;
  }

  /** Bytes of parts that left the device. */
  long sentBytes() {
    return sentBytes;
  }

  private <T> T exchange(String name, Exchange<T> exchange) throws TransportException {
    asked.add(name);
    if (down != null) {
      throw new TransportException(down);
    }
    Fault fault = faults.peek();
    if (fault == null || !name.startsWith(fault.request())) {
      return made(exchange);
    }
    faults.remove();
    if (fault.arrives()) {
      made(exchange);
    }
    throw new TransportException(fault.failure());
  }

  private <T> T made(Exchange<T> exchange) throws TransportException {
    synchronized (model) {
      return exchange.make();
    }
  }

  @Override
  public UploadTicket create(UploadRequest request) throws TransportException {
    return exchange("create", () -> server.create(request));
  }

  @Override
  public UploadReport look(String uploadId) throws TransportException {
    return exchange("look", () -> server.look(uploadId));
  }

  @Override
  public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
    return exchange("urls", () -> server.urls(uploadId, numbers));
  }

  @Override
  public String send(PartUrl to, PartBody body) throws TransportException {
    beforeSend.run();
    return exchange("send " + to.number(), () -> server.send(to, () -> new Cable(body.open())));
  }

  @Override
  public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
    return exchange("complete", () -> server.complete(uploadId, parts));
  }

  @Override
  public void abort(String uploadId) throws TransportException {
    exchange(
        "abort",
        () -> {
          server.abort(uploadId);
          return uploadId;
        });
  }

  @Override
  public void close() {}

  /** Counts, and breaks. */
  private final class Cable extends FilterInputStream {
    Cable(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (sentBytes == breakAt) {
        breakAt = -1;
        throw new IOException("the connection broke");
      }
      int most = breakAt < 0 ? length : (int) Math.min(length, breakAt - sentBytes);
      int read = super.read(bytes, offset, most);
      sentBytes += Math.max(0, read);
      return read;
    }
  }
}
