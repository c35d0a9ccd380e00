package org.tidemark.client.upload;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.engine.Engine;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.StoreProblems;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.transfer.Resumption;
import org.tidemark.client.transfer.Setback;
import org.tidemark.client.transfer.Standing;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.media.MediaTransport;

/**
 * Works the upload queue off: sync, attach, send, complete, and again.
 *
 * <p>One run at a time. It takes the sync's turn only to sync, as anybody does, so data never wait
 * for a file; and it begins with a sync, so files wait for data, and being offline uses up no
 * attempt. It does the same for the same answers, clock and randomness where one part is sent at
 * once.
 */
final class Worker {

  private final Ledger ledger;
  private final Engine engine;
  private final MediaTransport media;
  private final Copies copies;
  private final Agenda agenda;
  private final Attacher attacher;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Sending current;
  private volatile @Nullable Problem pause;
  private volatile boolean closed;
  private final AtomicInteger signIns = new AtomicInteger();

  Worker(Ledger ledger, Engine engine, MediaTransport media, Copies copies) {
    this.ledger = ledger;
    this.engine = engine;
    this.media = media;
    this.copies = copies;
    this.agenda = new Agenda(ledger);
    this.attacher = new Attacher(ledger);
  }

  /** What a run has done so far. */
  private static final class Round {
    int completed;
    int attached;
  }

  /** Removes what a crash left of copies that nobody needs. */
  void sweep() {
    Set<String> needed = new HashSet<>();
    for (UploadRow row : ledger.read(tables -> tables.uploads().all())) {
      if (row.transfer().standing() != Standing.DONE
          && row.transfer().standing() != Standing.CANCELLED) {
        needed.add(row.id());
      }
    }
    copies.sweep(needed);
  }

  UploadOutcome run() {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a listener can't upload: it is told of one under way");
    }
    turn.lock();
    int signInsBefore = signIns.get();
    try {
      Round round = new Round();
      Problem problem = tryToWork(round);
      return new UploadOutcome(round.completed, round.attached, agenda.waiting(), problem);
    } finally {
      if (signIns.get() != signInsBefore) {
        // What was refused may have been asked with what was good before somebody signed in.
        pause = null;
      }
      turn.unlock();
    }
  }

  private @Nullable Problem tryToWork(Round round) {
    try {
      return work(round);
    } catch (ClientException e) {
      // The disk is full, say: what is durable stays, and is gone on from.
      ledger.log().warn("upload: " + e.problem().code() + ": " + e.problem().detail());
      return e.problem();
    }
  }

  private @Nullable Problem work(Round round) {
    Problem stop = obstacle();
    if (stop != null || !agenda.hasWork()) {
      return stop;
    }
    stop = sync();
    while (stop == null) {
      stop = attachAll(round);
      stop = stop == null ? finish() : stop;
      stop = stop == null ? tellCancelled() : stop;
      UploadRow next = stop == null ? agenda.next().orElse(null) : null;
      if (next == null) {
        return stop;
      }
      stop = send(next, round);
    }
    return stop;
  }

  private @Nullable Problem obstacle() {
    return closed ? StoreProblems.closed() : pause;
  }

  /** Syncs; why there was no pull, null: there was one. */
  private @Nullable Problem sync() {
    Problem stop = obstacle();
    if (stop != null) {
      return stop;
    }
    Engine.Result result = engine.sync();
    return result.pulled() ? null : result.problem();
  }

  private @Nullable Problem send(UploadRow row, Round round) {
    Sending sending = new Sending(ledger, media, copies, row.id());
    current = sending;
    try {
      if (closed) {
        sending.stop();
      }
      Trouble trouble = sending.go(row);
      if (trouble != null) {
        pauseFor(sending.take(trouble));
        return obstacle();
      }
      if (isCompleted(row.id())) {
        round.completed++;
        return sync();
      }
      return obstacle();
    } finally {
      current = null;
    }
  }

  private boolean isCompleted(String id) {
    return ledger.read(
        tables -> {
          UploadRow row = tables.uploads().find(id);
          return row != null && row.transfer().media() != null;
        });
  }

  private void pauseFor(@Nullable Problem problem) {
    if (problem != null) {
      pause = problem;
      ledger.events().tell(new ClientEvent.Failed(problem));
    }
  }

  /** Attaches what can be attached, then syncs, so that the records go out before more files. */
  private @Nullable Problem attachAll(Round round) {
    int before = round.attached;
    for (UploadRow row : agenda.completed()) {
      if (isThere(row) && attacher.attach(row.id())) {
        round.attached++;
      }
      if (obstacle() != null) {
        return obstacle();
      }
    }
    if (round.attached == before) {
      return null;
    }
    ledger.edited().raise();
    return sync();
  }

  /** Lets the copies go of files that the server has, with the records that name them. */
  private @Nullable Problem finish() {
    for (UploadRow row : agenda.settled()) {
      if (obstacle() == null && isThere(row)) {
        attacher.done(row.id());
        copies.remove(row.id());
      }
    }
    return obstacle();
  }

  /** Whether the server still has a file that was completed a while ago; else it is sent anew. */
  private boolean isThere(UploadRow row) {
    String serverId = row.transfer().serverId();
    boolean waits =
        row.transfer().standing() == Standing.ACTIVE
            && !ledger.read(tables -> Attacher.isReady(tables, ledger.policies(), row));
    if (waits || serverId == null || !Attacher.isStale(row, ledger.now())) {
      return true;
    }
    Trouble trouble = look(serverId);
    if (trouble == null) {
      return true;
    }
    if (trouble.setback() == Setback.RESTART) {
      ledger.write("send anew", entry -> entry.tables().uploads().sendAnew(row.id()));
    }
    pauseFor(new Sending(ledger, media, copies, row.id()).take(trouble));
    return false;
  }

  private @Nullable Trouble look(String serverId) {
    try {
      Resumption next = Resumption.of(media.look(serverId));
      return next == Resumption.TAKE || next == Resumption.COMPLETE
          ? null
          : Trouble.gone("the server has it no more");
    } catch (TransportException e) {
      return Trouble.of(e.failure(), true);
    }
  }

  /** Tells the server what was given up; it would find out by itself after a day. */
  private @Nullable Problem tellCancelled() {
    for (UploadRow row : agenda.cancelled()) {
      String serverId = row.transfer().serverId();
      Trouble trouble = serverId == null ? null : abort(serverId);
      if (trouble != null && trouble.setback() == Setback.PAUSE_ALL) {
        pauseFor(trouble.problem());
        return trouble.problem();
      }
      ledger.write("upload cancelled", entry -> forget(entry, row, trouble));
    }
    return obstacle();
  }

  private static void forget(Entry entry, UploadRow row, @Nullable Trouble trouble)
      throws SQLException {
    boolean last = row.attempts() + 1 >= entry.settings().retry().attempts();
    if (trouble != null && trouble.setback() == Setback.RETRY && !last) {
      Changes.attempted(entry, row, trouble.problem());
    } else {
      entry.tables().uploads().remove(row.id());
    }
  }

  private @Nullable Trouble abort(String serverId) {
    try {
      media.abort(serverId);
      return null;
    } catch (TransportException e) {
      return Trouble.of(e.failure(), true);
    }
  }

  /** Ends the sending of an upload that somebody paused or gave up. */
  void interrupt(String id) {
    Sending running = current;
    if (running != null && running.isOf(id)) {
      running.stop();
    }
  }

  boolean isSending(String id) {
    Sending running = current;
    return running != null && running.isOf(id);
  }

  /** Whether the last sync came to its end. */
  boolean hasNetwork() {
    return engine.problem() == null;
  }

  Agenda agenda() {
    return agenda;
  }

  @Nullable Problem problem() {
    return pause;
  }

  void resume() {
    signIns.incrementAndGet();
    pause = null;
  }

  /** Ends every request that is under way; nothing is counted as failed for it. */
  void close() {
    closed = true;
    Sending running = current;
    if (running != null) {
      running.stop();
    }
    media.close();
  }

  /** Waits for a run that is under way. */
  void awaitEnd() {
    turn.lock();
    try {
      current = null;
    } finally {
      turn.unlock();
    }
  }
}
