package org.tidemark.it.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.http.HttpMedia;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;

/**
 * The client's own way to the media, with the parts led through the proxy as well: the server signs
 * paths, and names the address that it has itself.
 */
final class Detour implements MediaTransport {

  private final URI proxy;
  private final MediaTransport direct;
  private final Before before;

  /** What happens before a part is sent. */
  interface Before {
    void sending(PartUrl to);
  }

  private Detour(ClientSettings settings, Before before) {
    this.before = before;
    this.proxy = settings.server();
    this.direct =
        new HttpMedia(
            settings.server(),
            settings.token(),
            settings.timing().connect(),
            settings.timing().answer(),
            settings.sizes().answerBytes());
  }

  /** Settings whose server is a proxy, with the files led through it too. */
  static ClientSettings in(ClientSettings settings, Before before) {
    return settings.withMedia(new Detour(settings, before));
  }

  private List<PartUrl> led(List<PartUrl> parts) {
    List<PartUrl> led = new ArrayList<>();
    for (PartUrl part : parts) {
      URI own = URI.create(part.url());
      String url = "http://" + proxy.getAuthority() + own.getRawPath() + "?" + own.getRawQuery();
      led.add(new PartUrl(part.number(), part.sizeBytes(), part.method(), url, part.headers()));
    }
    return led;
  }

  @Override
  public UploadTicket create(UploadRequest request) throws TransportException {
    UploadTicket ticket = direct.create(request);
    return new UploadTicket(
        ticket.uploadId(), ticket.phase(), ticket.partSizeBytes(), led(ticket.parts()));
  }

  @Override
  public UploadReport look(String uploadId) throws TransportException {
    return direct.look(uploadId);
  }

  @Override
  public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
    return led(direct.urls(uploadId, numbers));
  }

  @Override
  public String send(PartUrl to, PartBody body) throws TransportException {
    before.sending(to);
    return direct.send(to, body);
  }

  @Override
  public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
    return direct.complete(uploadId, parts);
  }

  @Override
  public void abort(String uploadId) throws TransportException {
    direct.abort(uploadId);
  }

  @Override
  public void close() {
    direct.close();
  }
}
