package org.tidemark.client.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.replica.PolicyBook;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.record.ClientId;

/**
 * The sync: pull, apply, push, mark.
 *
 * <p>It runs on the caller's thread, one at a time, and does the same for the same answers, clock
 * and randomness. Requests are made between transactions, never within one, so the application goes
 * on editing meanwhile. Whatever ends it, the next one goes on from what is durable.
 */
public final class Engine {

  private static final Duration POLICIES_FRESH = Duration.ofMinutes(15);

  /** So many edits are tried in one sync that something keeps out on their way. */
  private static final int MOST_KEPT_OUT = 10;

  private final Ledger ledger;
  private final Transport transport;
  private final Gate gate;
  private final Apply applier;
  private final Push pusher;
  private final Mark marker;
  private final Upkeep upkeep;
  private final ReentrantLock turn = new ReentrantLock();

  public Engine(Ledger ledger, Transport transport) {
    this.ledger = ledger;
    this.transport = transport;
    this.gate = new Gate(ledger);
    this.applier = new Apply(ledger);
    this.pusher = new Push(ledger, transport);
    this.marker = new Mark(ledger);
    this.upkeep = new Upkeep(ledger);
  }

  /**
   * How one sync ended; no problem means that it came to its end.
   *
   * @param pulled whether all changes of the server came in
   */
  public record Result(int received, int answered, boolean pulled, @Nullable Problem problem) {}

  /** Syncs once. */
  public Result sync() {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a listener can't sync: it is told of one under way");
    }
    turn.lock();
    try {
      Round round = new Round();
      Problem problem = run(round);
      return new Result(round.received(), round.answered(), round.isPulled(), problem);
    } finally {
      turn.unlock();
    }
  }

  private @Nullable Problem run(Round round) {
    try {
      gate.enter();
    } catch (Stopped e) {
      return e.problem();
    } catch (ClientException e) {
      return e.problem();
    }
    try {
      pullAndApply(round);
      upkeep.run();
      refreshPolicies();
      pushAndMark(round);
      gate.succeeded();
      return null;
    } catch (Stopped e) {
      gate.ended(e.problem());
      return e.problem();
    } catch (ClientException e) {
      // The disk is full, there is no token, or the client was closed: what is durable stays, and
      // is gone on from.
      gate.hindered(e.problem());
      gate.ended(e.problem());
      return e.problem();
    } finally {
      // After a defect too, or the client would look busy for ever.
      gate.leave();
    }
  }

  private void pullAndApply(Round round) throws Stopped {
    PullPage page;
    do {
      page = pull();
      round.received(applier.apply(page));
      ledger.events().tell(new ClientEvent.Pulled(round.received(), page.hasMore()));
    } while (page.hasMore());
    round.pulled();
  }

  private void pushAndMark(Round round) throws Stopped {
    for (Batch batch = pusher.next(); !batch.isEmpty(); batch = pusher.next()) {
      PushAnswer answer = push(batch, round);
      if (answer != null) {
        round.answered(marker.mark(batch, answer));
        requireNotPaused(answer);
      }
    }
    Problem keptOut = round.keptOut();
    if (keptOut != null) {
      throw stopped(keptOut);
    }
  }

  private PullPage pull() throws Stopped {
    try {
      return transport.pull(pullRequest());
    } catch (TransportException e) {
      Problem problem = ofAll(e.failure());
      if (!Failures.startsAfresh(problem)) {
        throw stopped(problem);
      }
      ledger.log().info("starting afresh: " + problem.code());
      applier.startAfresh();
    }
    try {
      return transport.pull(pullRequest());
    } catch (TransportException e) {
      throw stopped(ofAll(e.failure()));
    }
  }

  private Problem ofAll(TransportFailure failure) {
    return Failures.problem(failure, ledger.settings().server());
  }

  private PullRequest pullRequest() {
    ClientSettings settings = ledger.settings();
    String cursor = ledger.read(tables -> cursor(tables.settings().get(Names.CURSOR)));
    return new PullRequest(
        clientId(), cursor.isEmpty() ? null : cursor, settings.sizes().page(), settings.types());
  }

  private static String cursor(@Nullable String stored) {
    return stored == null ? "" : stored;
  }

  /** Sends a batch; null when the server refused it and the next one may be tried at once. */
  private @Nullable PushAnswer push(Batch batch, Round round) throws Stopped {
    try {
      return pusher.push(clientId(), batch);
    } catch (TransportException e) {
      Problem problem = ofAll(e.failure());
      pusher.failed(batch);
      if (Failures.isOfTheWay(problem)) {
        requireServer(batch, problem, round);
        return null;
      }
      if (problem.retryable()) {
        marker.markFailed(batch, problem);
        throw stopped(problem);
      }
      if (Failures.pausesAll(problem)) {
        throw stopped(problem);
      }
      if (batch.size() == 1) {
        marker.markRefused(batch, Failures.problem(e.failure()));
        if (e.failure() instanceof TransportFailure.HttpStatus) {
          // Perhaps something in between refuses all: the next pull tells, before more is parked.
          throw stopped(problem);
        }
      }
      return null;
    }
  }

  /**
   * Something else answered a push. Where it does so to a pull too, there is no server just now,
   * and nothing is said of the edits. Else one of them is kept out on its way: it waits, and the
   * others go.
   */
  private void requireServer(Batch batch, Problem problem, Round round) throws Stopped {
    pullAndApply(round);
    if (batch.size() > 1) {
      return;
    }
    marker.markFailed(batch, problem);
    if (round.keptOut(problem) == MOST_KEPT_OUT) {
      throw stopped(problem);
    }
  }

  private void requireNotPaused(PushAnswer answer) throws Stopped {
    for (var item : answer.results()) {
      var error = item.error();
      if (error != null && Failures.pauses(Failures.problem(error))) {
        throw stopped(Failures.problem(error));
      }
    }
  }

  private Stopped stopped(Problem problem) {
    if (Failures.pauses(problem)) {
      ledger.write(
          "client id taken", entry -> entry.tables().settings().set(Names.CLIENT_ID_TAKEN, true));
    }
    gate.failed(problem);
    return new Stopped(problem);
  }

  /** Policies are for previews and suggestions only, so nothing waits for them. */
  private void refreshPolicies() {
    Instant now = ledger.now();
    long at = ledger.read(tables -> tables.settings().number(Names.POLICIES_AT, 0));
    Duration age = Duration.between(Instant.ofEpochMilli(at), now);
    if (age.abs().compareTo(POLICIES_FRESH) < 0) {
      return;
    }
    try {
      List<PolicyAnswer> policies = transport.policies();
      ledger.write(
          "policies",
          entry -> {
            entry.tables().policies().replace(policies);
            entry.tables().settings().set(Names.POLICIES_AT, now.toEpochMilli());
          });
      ledger.learn(new PolicyBook(policies));
    } catch (TransportException e) {
      ledger.log().info("no policies: " + e.failure());
    }
  }

  private ClientId clientId() {
    return ledger.read(tables -> new ClientId(required(tables.settings().get(Names.CLIENT_ID))));
  }

  private static String required(@Nullable String clientId) {
    if (clientId == null) {
      throw new IllegalStateException("the database has no client id");
    }
    return clientId;
  }

  /** Goes on after a pause: there are good credentials, or a new client id. */
  public void resume() {
    gate.open();
    ledger.edited().raise();
  }

  /**
   * Takes a new client id, if the old one is somebody else's. What the server never accepted from
   * the old one goes under new names; of a good one it may have done what was sent, and would do it
   * twice.
   */
  public void renewClientId() {
    turn.lock();
    try {
      if (ledger.read(tables -> tables.settings().get(Names.CLIENT_ID_TAKEN) != null)) {
        ledger.write("renew client id", Renaming::rename);
      }
      resume();
    } finally {
      turn.unlock();
    }
  }

  /** Waits for a sync that is under way. */
  public void stop() {
    turn.lock();
    try {
      gate.become(SyncState.CLOSED);
    } finally {
      turn.unlock();
    }
  }

  public SyncState state() {
    return gate.state();
  }

  public @Nullable Problem problem() {
    return gate.problem();
  }

  boolean isPaused() {
    return gate.isPaused();
  }

  int failures() {
    return gate.failures();
  }

  Instant quietUntil() {
    return gate.quietUntil();
  }

  /** Comes back when requests may be made. */
  void awaitOpen() throws InterruptedException {
    gate.awaitOpen();
  }

  Ledger ledger() {
    return ledger;
  }

  Transport transport() {
    return transport;
  }
}
