package org.tidemark.testkit.planted;

import java.util.List;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;
import org.tidemark.testkit.world.Composition;

/** The client never hears which parts the server has, and sends a file from its beginning again. */
final class UnlookedParts implements Composition {

  @Override
  public MediaTransport betweenFiles(int device, MediaTransport network) {
    return new MediaTransport() {
      @Override
      public UploadTicket create(UploadRequest request) throws TransportException {
        return network.create(request);
      }

      @Override
      public UploadReport look(String uploadId) throws TransportException {
        UploadReport report = network.look(uploadId);
        return new UploadReport(report.phase(), List.of(), report.media());
      }

      @Override
      public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
        return network.urls(uploadId, numbers);
      }

      @Override
      public String send(PartUrl to, PartBody body) throws TransportException {
        return network.send(to, body);
      }

      @Override
      public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
        return network.complete(uploadId, parts);
      }

      @Override
      public void abort(String uploadId) throws TransportException {
        network.abort(uploadId);
      }

      @Override
      public void close() {}
    };
  }
}
