package org.tidemark.testkit.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure.NoAnswer;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/**
 * The way of a device's files: as bad as that of its data, and a part may break off in its middle,
 * by the connection or by the device's power. Notes which parts are sent, and whether the device
 * had been told that the server has them.
 */
final class MediaNetwork implements MediaTransport {
  private final int device;
  private final MediaTransport server;
  private final Network network;
  private final Power power;
  private final Dice dice;
  private final Ledger ledger;
  private final Climate climate;
  private final Map<String, Set<Integer>> told = new HashMap<>();

  MediaNetwork(
      int device,
      MediaTransport server,
      Network network,
      Power power,
      Dice dice,
      Ledger ledger,
      Climate climate) {
    this.device = device;
    this.server = server;
    this.network = network;
    this.power = power;
    this.dice = dice;
    this.ledger = ledger;
    this.climate = climate;
  }

  @Override
  public UploadTicket create(UploadRequest request) throws TransportException {
    return network.exchange("create " + request, () -> server.create(request), whole -> null);
  }

  @Override
  public UploadReport look(String uploadId) throws TransportException {
    UploadReport report =
        network.exchange("look at " + uploadId, () -> server.look(uploadId), whole -> null);
    report.parts().forEach(part -> tell(uploadId, part.number()));
    return report;
  }

  private void tell(String uploadId, int number) {
    told.computeIfAbsent(uploadId, none -> new HashSet<>()).add(number);
  }

  @Override
  public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
    return network.exchange(
        "addresses of " + uploadId + numbers, () -> server.urls(uploadId, numbers), whole -> null);
  }

  @Override
  public String send(PartUrl to, PartBody body) throws TransportException {
    String uploadId = to.url().substring(0, to.url().indexOf('/'));
    boolean known = told.getOrDefault(uploadId, Set.of()).contains(to.number());
    ledger.add(new Happening.PartSent(device, uploadId, to.number(), to.sizeBytes(), known));
    byte[] bytes = read(body, to);
    String etag =
        network.exchange(
            "send " + uploadId + " " + to,
            () -> server.send(to, () -> new ByteArrayInputStream(bytes)),
            whole -> null);
    tell(uploadId, to.number());
    return etag;
  }

  /** Reads a part from the device's disk, unless something happens in its middle. */
  private byte[] read(PartBody body, PartUrl to) throws TransportException {
    boolean breaks = !network.isCalm() && dice.chance(climate.faults() / 4);
    boolean dies = !network.isCalm() && dice.chance(2 * climate.crashes());
    try (InputStream in = body.open()) {
      if (breaks || dies) {
        in.readNBytes(dice.below((int) to.sizeBytes()));
        if (dies) {
          power.fail("in a part");
        }
        throw new TransportException(new NoAnswer("broke off in a part"));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new TransportException(new NoAnswer(String.valueOf(e)), e);
    }
  }

  @Override
  public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
    return network.exchange(
        "complete " + uploadId, () -> server.complete(uploadId, parts), whole -> null);
  }

  @Override
  public void abort(String uploadId) throws TransportException {
    network.exchange(
        "abort " + uploadId,
        () -> {
          server.abort(uploadId);
          return uploadId;
        },
        whole -> null);
  }

  @Override
  public void close() {}
}
