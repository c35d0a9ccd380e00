package org.tidemark.client.upload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.UploadProblems;
import org.tidemark.client.transfer.Part;
import org.tidemark.client.transfer.Setback;
import org.tidemark.client.transfer.Transfer;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartUrl;

/**
 * Sends the missing parts of one upload, a few at once.
 *
 * <p>The caller's thread sends too; helpers are there for what goes on beside it, and end with the
 * last part. The first failure keeps all from taking another part. A part's ETag is durable before
 * the next part is taken, so a crash costs no more than what is under way.
 */
final class PartSending {

  /** How many addresses are asked for at once: they end by themselves. */
  private static final int MOST_URLS = 20;

  private final Ledger ledger;
  private final MediaTransport media;
  private final Copies copies;
  private final String id;
  private final String serverId;
  private final Progress progress;
  private final Deque<Part> waiting;
  private final Map<Integer, PartUrl> urls = new HashMap<>();
  private volatile boolean stopped;
  private @Nullable Trouble trouble;
  private @Nullable Throwable broken;

  PartSending(
      Ledger ledger,
      MediaTransport media,
      Copies copies,
      Transfer transfer,
      String serverId,
      long sentBytes,
      List<Part> missing) {
    this.ledger = ledger;
    this.media = media;
    this.copies = copies;
    this.id = transfer.id();
    this.serverId = serverId;
    this.progress = new Progress(ledger.events(), transfer, sentBytes);
    this.waiting = new ArrayDeque<>(missing);
  }

  /** Ends what is under way, from another thread. */
  void stop() {
    stopped = true;
  }

  /** Sends them; what went wrong, null: nothing. */
  @Nullable Trouble send(List<PartUrl> known) {
    known.forEach(url -> urls.put(url.number(), url));
    List<Thread> helpers = new ArrayList<>();
    int atOnce = Math.min(ledger.settings().uploads().partsAtOnce(), waiting.size());
    for (int i = 1; i < atOnce; i++) {
      Thread helper = new Thread(this::sendAll, "tidemark-part-" + i);
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    sendAll();
    helpers.forEach(this::join);
    synchronized (this) {
      if (broken instanceof RuntimeException defect) {
        throw defect;
      }
      if (broken instanceof Error error) {
        throw error;
      }
      return trouble;
    }
  }

  private void join(Thread helper) {
    boolean interrupted = false;
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        interrupted = true;
        stopped = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendAll() {
    try {
      for (Part part = next(); part != null; part = next()) {
        Trouble met = send(part);
        if (met != null) {
          fail(met);
        }
      }
    } catch (TransportException e) {
      fail(Trouble.of(e.failure(), true));
    } catch (RuntimeException | Error e) {
      broke(e);
    }
  }

  private @Nullable Part next() {
    boolean goes = ledger.read(tables -> Changes.goes(tables, id));
    synchronized (this) {
      return goes && !stopped && trouble == null && broken == null ? waiting.poll() : null;
    }
  }

  private synchronized void fail(Trouble met) {
    trouble = trouble == null ? met : trouble;
  }

  private synchronized void broke(Throwable thrown) {
    broken = broken == null ? thrown : broken;
  }

  private @Nullable Trouble send(Part part) throws TransportException {
    PartBytes bytes = new PartBytes(copies.of(id), part, progress, () -> stopped);
    PartUrl url = url(part, false);
    if (url == null || url.sizeBytes() != part.sizeBytes()) {
      return new Trouble(Setback.PARK, UploadProblems.badTicket(part + " and " + url));
    }
    TransportFailure failure = put(url, part, bytes);
    if (failure != null && Setback.isStale(failure)) {
      PartUrl fresh = url(part, true);
      failure = fresh == null ? failure : put(fresh, part, bytes);
    }
    return failure == null ? null : Trouble.ofPart(failure);
  }

  /** Sends a part and notes that it is there; how that failed, null: it did not. */
  private @Nullable TransportFailure put(PartUrl url, Part part, PartBytes bytes) {
    String etag;
    try {
      etag = media.send(url, bytes);
    } catch (TransportException e) {
      bytes.takeBack();
      return e.failure();
    }
    ledger.write(
        "part sent",
        entry -> entry.tables().uploads().mark(id, Collections.singletonList(part.with(etag))));
    progress.partDone();
    return null;
  }

  /** The address of a part; an unknown one, or one that has ended, is asked for with the next. */
  private @Nullable PartUrl url(Part part, boolean fresh) throws TransportException {
    List<Integer> numbers = new ArrayList<>();
    synchronized (this) {
      PartUrl known = urls.get(part.number());
      if (known != null && !fresh) {
        return known;
      }
      numbers.add(part.number());
      for (Part next : waiting) {
        if (numbers.size() < MOST_URLS) {
          numbers.add(next.number());
        }
      }
    }
    List<PartUrl> answer = media.urls(serverId, numbers);
    synchronized (this) {
      answer.forEach(url -> urls.put(url.number(), url));
      return urls.get(part.number());
    }
  }
}
