package org.tidemark.app.network;

import java.util.List;
import java.util.function.Supplier;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;

/** The way of the files while the switch is on; turned off, it breaks in the middle of a part. */
public final class FileLine implements MediaTransport {

  private final Switch network;
  private final Supplier<MediaTransport> connecting;
  private volatile MediaTransport connected;
  private volatile boolean closed;

  public FileLine(Switch network, Supplier<MediaTransport> connecting) {
    this.network = network;
    this.connecting = connecting;
    this.connected = connecting.get();
    network.cutBy(this::cut);
  }

  private synchronized void cut() {
    MediaTransport before = connected;
    if (!closed) {
      connected = connecting.get();
    }
    before.close();
  }

  private MediaTransport open() throws TransportException {
    if (!network.isOn()) {
      throw Line.offline();
    }
    return connected;
  }

  @Override
  public UploadTicket create(UploadRequest request) throws TransportException {
    return open().create(request);
  }

  @Override
  public UploadReport look(String uploadId) throws TransportException {
    return open().look(uploadId);
  }

  @Override
  public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
    return open().urls(uploadId, numbers);
  }

  @Override
  public String send(PartUrl to, PartBody body) throws TransportException {
    return open().send(to, body);
  }

  @Override
  public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
    return open().complete(uploadId, parts);
  }

  @Override
  public void abort(String uploadId) throws TransportException {
    open().abort(uploadId);
  }

  @Override
  public synchronized void close() {
    closed = true;
    connected.close();
  }
}
