package org.tidemark.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.TransportFailure.HalfAnswer;
import org.tidemark.client.transport.TransportFailure.HttpStatus;
import org.tidemark.client.transport.TransportFailure.NoAnswer;

/** The way from one device to the server: slow, and now and then worse. */
final class Network implements Transport {
  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final Duration TIME_OUT = Duration.ofSeconds(30);
  private static final List<Mishap> MISHAPS = List.of(Mishap.values());
  private static final int UNAUTHORISED = 401;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int FAILED = 500;
  private static final int BUSY = 503;

  private final int device;
  private final Transport server;
  private final Dice dice;
  private final VirtualTime time;
  private final LateRequests late;
  private final Trace trace;
  private final Tally tally;
  private int faultPercent;
  private boolean down;
  private Instant refusesTokenUntil = Instant.MIN;
  private Runnable meanwhile = () -> {};

  /** A request as a function. */
  interface Exchange<T> {
    T send() throws TransportException;
  }

  /** Takes the end off an answer; null where there is nothing to be taken off. */
  interface Cut<T> {
    @Nullable T of(T whole);
  }

  Network(
      int device,
      Transport server,
      Dice dice,
      VirtualTime time,
      LateRequests late,
      Trace trace,
      Tally tally,
      int faultPercent) {
    this.device = device;
    this.server = server;
    this.dice = dice;
    this.time = time;
    this.late = late;
    this.trace = trace;
    this.tally = tally;
    this.faultPercent = faultPercent;
  }

  /** What may happen while a request is under way, before the server has it and after. */
  void meanwhile(Runnable something) {
    meanwhile = something;
  }

  void setDown(boolean value) {
    down = value;
  }

  boolean isDown() {
    return down;
  }

  boolean isCalm() {
    return faultPercent == 0;
  }

  void refuseTokenFor(Duration duration) {
    refusesTokenUntil = time.instant().plus(duration);
  }

  /** From now on every request arrives, and its answer comes back. */
  void calmDown() {
    faultPercent = 0;
    down = false;
    refusesTokenUntil = Instant.MIN;
    meanwhile = () -> {};
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    return exchange(
        "push " + request,
        () -> server.push(request),
        whole -> {
          int results = whole.results().size();
          return results < 2
              ? null
              : new PushAnswer(whole.results().subList(0, dice.below(results)), whole.serverTime());
        });
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    return exchange("pull " + request, () -> server.pull(request), whole -> null);
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    return exchange("resolve " + request, () -> server.resolveConflict(request), whole -> null);
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    return exchange("policies", server::policies, whole -> null);
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    return exchange("spaces", server::spaces, whole -> null);
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    server.listen(onChange);
  }

  @Override
  public void close() {}

  <T> T exchange(String what, Exchange<T> exchange, Cut<T> cut) throws TransportException {
    time.advance(dice.upTo(LATENCY));
    if (down) {
      tally.add("request offline");
      throw failed(what, new NoAnswer("no route"));
    }
    if (time.instant().isBefore(refusesTokenUntil)) {
      tally.add("mishap TOKEN_REFUSED");
      throw failed(what, new HttpStatus(UNAUTHORISED, null, "token refused"));
    }
    meanwhile.run();
    T answer =
        dice.chance(faultPercent)
            ? mishap(dice.pick(MISHAPS), what, exchange, cut)
            : answered(what, exchange);
    meanwhile.run();
    return answer;
  }

  private <T> T mishap(Mishap mishap, String what, Exchange<T> exchange, Cut<T> cut)
      throws TransportException {
    trace.line("d" + device + " " + mishap);
    tally.add("mishap " + mishap);
    switch (mishap) {
      case REQUEST_LOST -> throw timedOut(what);
      case REQUEST_LATE -> {
        late.add("d" + device + " " + what, exchange::send);
        throw timedOut(what);
      }
      case REQUEST_TWICE -> {
        T first = answered(what, exchange);
        late.add("d" + device + " again " + what, exchange::send);
        return first;
      }
      case ANSWER_LOST -> {
        exchange.send();
        throw timedOut(what);
      }
      case ANSWER_CUT -> {
        T part = cut.of(exchange.send());
        if (part == null || dice.chance(50)) {
          throw failed(what, new HalfAnswer("cut"));
        }
        trace.line("d" + device + " " + what + " -> only " + part);
        return part;
      }
      case BUSY -> throw failed(what, new HttpStatus(BUSY, retryAfter(), "busy"));
      case TOO_MANY -> throw failed(what, new HttpStatus(TOO_MANY, retryAfter(), "too many"));
      case FAILED_AFTER -> {
        exchange.send();
        throw failed(what, new HttpStatus(FAILED, null, "failed"));
      }
      case TURNED_AWAY -> throw failed(what, new HttpStatus(NOT_FOUND, null, "not found"));
    }
    throw new IllegalStateException("not a mishap: " + mishap);
  }

  private <T> T answered(String what, Exchange<T> exchange) throws TransportException {
    try {
      T answer = exchange.send();
      trace.line("d" + device + " " + what + " -> " + shown(answer));
      return answer;
    } catch (TransportException refused) {
      throw failed(what, refused.failure());
    }
  }

  private static <T> String shown(T answer) {
    return answer instanceof List<?> list ? list.size() + " of them" : String.valueOf(answer);
  }

  private @Nullable Duration retryAfter() {
    return dice.chance(50) ? Duration.ofSeconds(dice.between(1, 120)) : null;
  }

  private TransportException timedOut(String what) {
    time.advance(dice.chance(20) ? TIME_OUT : Duration.ZERO);
    return failed(what, new NoAnswer("timed out"));
  }

  private TransportException failed(String what, TransportFailure failure) {
    trace.line("d" + device + " " + what + " -> " + failure);
    return new TransportException(failure);
  }
}
