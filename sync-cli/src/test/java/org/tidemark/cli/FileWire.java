package org.tidemark.cli;

import java.util.List;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;

/** The way of the files, which breaks at a part where the office says so. */
final class FileWire implements MediaTransport {

  private final Office office;
  private final MediaTransport server;

  FileWire(Office office, MediaTransport server) {
    this.office = office;
    this.server = server;
  }

  @Override
  public UploadTicket create(UploadRequest request) throws TransportException {
    return server.create(request);
  }

  @Override
  public UploadReport look(String uploadId) throws TransportException {
    return server.look(uploadId);
  }

  @Override
  public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
    return server.urls(uploadId, numbers);
  }

  @Override
  public String send(PartUrl to, PartBody body) throws TransportException {
    office.sentParts.add(to.number());
    if (to.number() == office.breakingAt) {
      throw new TransportException(new TransportFailure.NoAnswer("the line broke"));
    }
    return server.send(to, body);
  }

  @Override
  public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
    return server.complete(uploadId, parts);
  }

  @Override
  public void abort(String uploadId) throws TransportException {
    server.abort(uploadId);
  }

  @Override
  public void close() {}
}
