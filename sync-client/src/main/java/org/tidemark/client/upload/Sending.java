package org.tidemark.client.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.UploadProblems;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.transfer.Part;
import org.tidemark.client.transfer.Parts;
import org.tidemark.client.transfer.Resumption;
import org.tidemark.client.transfer.Setback;
import org.tidemark.client.transfer.Standing;
import org.tidemark.client.transfer.Transfer;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadPhase;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadTicket;

/**
 * Brings one upload on: asks for it, or what the server has of it; sends what is missing; completes
 * it.
 *
 * <p>What is durable here may lag behind the server, by an answer that was lost or a crash. So
 * whatever was begun earlier is looked at first, and only what the server lacks is sent.
 */
final class Sending {

  private final Ledger ledger;
  private final MediaTransport media;
  private final Copies copies;
  private final String id;
  private volatile boolean stopped;
  private volatile @Nullable PartSending parts;

  Sending(Ledger ledger, MediaTransport media, Copies copies, String id) {
    this.ledger = ledger;
    this.media = media;
    this.copies = copies;
    this.id = id;
  }

  boolean isOf(String upload) {
    return id.equals(upload);
  }

  /** Ends what is under way, from another thread. */
  void stop() {
    stopped = true;
    PartSending running = parts;
    if (running != null) {
      running.stop();
    }
  }

  boolean isStopped() {
    return stopped;
  }

  /** Goes on as far as it can; what went wrong, null: it is complete, or was stopped. */
  @Nullable Trouble go(UploadRow row) {
    Transfer transfer = row.transfer();
    if (!copies.has(id, transfer.file().sizeBytes())) {
      return new Trouble(Setback.PARK, UploadProblems.copyLost(copies.of(id).toString()));
    }
    String serverId = transfer.serverId();
    try {
      return serverId == null ? create(row) : goOn(row, serverId, Collections.emptyList());
    } catch (TransportException e) {
      return Trouble.of(e.failure(), serverId != null);
    }
  }

  private @Nullable Trouble create(UploadRow row) throws TransportException {
    UploadTicket ticket = media.create(row.transfer().toRequest());
    long size = row.transfer().file().sizeBytes();
    if (!Parts.canCut(size, ticket.partSizeBytes())) {
      return new Trouble(
          Setback.PARK, UploadProblems.badTicket("parts of " + ticket.partSizeBytes()));
    }
    List<Part> cut = Parts.cut(size, ticket.partSizeBytes());
    boolean wanted =
        ledger.change(
            "upload created",
            entry -> {
              boolean known = entry.tables().uploads().find(id) != null;
              if (known) {
                entry.tables().uploads().created(id, ticket.uploadId(), cut);
                Changes.tell(entry, id);
              }
              return known;
            });
    if (!wanted) {
      media.abort(ticket.uploadId());
      return null;
    }
    return ticket.phase() == UploadPhase.CREATED
        ? send(row, ticket.uploadId(), cut, ticket.parts())
        : afterwards(() -> goOn(row, ticket.uploadId(), ticket.parts()));
  }

  /** A request, once the server's upload is known here. */
  private interface Request {
    @Nullable Trouble make() throws TransportException;
  }

  private static @Nullable Trouble afterwards(Request request) {
    try {
      return request.make();
    } catch (TransportException e) {
      return Trouble.of(e.failure(), true);
    }
  }

  private @Nullable Trouble goOn(UploadRow row, String serverId, List<PartUrl> urls)
      throws TransportException {
    UploadReport report = media.look(serverId);
    switch (Resumption.of(report)) {
      case RESTART -> {
        return Trouble.gone("it is " + report.phase());
      }
      case TAKE -> {
        take(Objects.requireNonNull(report.media()));
        return null;
      }
      case COMPLETE -> {
        return complete(serverId, sent(report.parts()));
      }
      case SEND -> {
        List<Part> known = ledger.read(tables -> tables.uploads().parts(id));
        List<Part> now = Parts.asReported(known, report.parts());
        if (!now.equals(known)) {
          ledger.write("upload looked", entry -> entry.tables().uploads().mark(id, now));
        }
        return send(row, serverId, now, urls);
      }
    }
    throw new IllegalStateException("no way on from " + report);
  }

  private @Nullable Trouble send(
      UploadRow row, String serverId, List<Part> all, List<PartUrl> urls) {
    List<Part> missing = Parts.missing(all);
    if (!missing.isEmpty()) {
      PartSending sending =
          new PartSending(
              ledger, media, copies, row.transfer(), serverId, Parts.sentBytes(all), missing);
      parts = sending;
      Trouble trouble = stopped ? null : sending.send(urls);
      parts = null;
      if (trouble != null) {
        return trouble;
      }
    }
    List<Part> sent = ledger.read(tables -> tables.uploads().parts(id));
    boolean goes = ledger.read(tables -> Changes.goes(tables, id));
    return stopped || !goes || sent.isEmpty() || !Parts.missing(sent).isEmpty()
        ? null
        : afterwards(() -> complete(serverId, named(sent)));
  }

  private static List<SentPart> named(List<Part> parts) {
    List<SentPart> named = new ArrayList<>();
    for (Part part : parts) {
      String etag = Objects.requireNonNull(part.etag());
      named.add(new SentPart(part.number(), part.sizeBytes(), etag));
    }
    return named;
  }

  /** Those that the server tells of; once it completes, it may tell of none, and we know them. */
  private List<SentPart> sent(List<SentPart> reported) {
    if (!reported.isEmpty()) {
      return reported;
    }
    List<Part> known = ledger.read(tables -> tables.uploads().parts(id));
    return Parts.missing(known).isEmpty() ? named(known) : reported;
  }

  private @Nullable Trouble complete(String serverId, List<SentPart> sent)
      throws TransportException {
    take(media.complete(serverId, sent));
    return null;
  }

  private void take(MediaAnswer answer) {
    ledger.write(
        "upload completed",
        entry -> {
          entry.tables().uploads().completed(id, answer, entry.now());
          Changes.tell(entry, id);
        });
  }

  /** Writes what a failure does to the upload; why all uploads rest from now on, null: they go. */
  @Nullable Problem take(Trouble trouble) {
    Problem problem = trouble.problem();
    ledger.write(
        "upload failed",
        entry -> {
          UploadRow row = Changes.active(entry, id);
          if (row == null || stopped) {
            return;
          }
          switch (trouble.setback()) {
            case PAUSE_ALL -> Changes.note(entry, row, problem);
            case RETRY -> Changes.attempted(entry, row, problem);
            case RESTART ->
                Changes.beginAnew(
                    entry,
                    row,
                    problem.retryable() ? problem : UploadProblems.begunAnew(problem.detail()));
            case REFUSE ->
                Changes.stand(entry, id, Standing.REFUSED, UploadProblems.refused(problem));
            case PARK -> Changes.stand(entry, id, Standing.PARKED, problem);
          }
        });
    ledger.log().warn("upload " + id + ": " + problem.code() + ": " + problem.detail());
    return trouble.setback() == Setback.PAUSE_ALL ? problem : null;
  }
}
