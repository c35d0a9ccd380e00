package org.tidemark.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tidemark.client.transport.TransportException;

/** Requests that are still on their way, whose senders have long given them up. */
final class LateRequests {
  private final VirtualTime time;
  private final Dice dice;
  private final Trace trace;
  private final Tally tally;
  private final List<Late> late = new ArrayList<>();

  /** A request to the server. */
  interface Request {
    void arrive() throws TransportException;
  }

  private record Late(Instant due, String what, Request request) {}

  LateRequests(VirtualTime time, Dice dice, Trace trace, Tally tally) {
    this.time = time;
    this.dice = dice;
    this.trace = trace;
    this.tally = tally;
  }

  /** Holds a request back for a while; others overtake it. */
  void add(String what, Request request) {
    late.add(new Late(time.instant().plus(dice.upTo(Duration.ofMinutes(5))), what, request));
  }

  /** Lets those arrive whose time has come. */
  void arrive() {
    arriveUpTo(time.instant());
  }

  void arriveAll() {
    arriveUpTo(Instant.MAX);
  }

  private void arriveUpTo(Instant now) {
    for (Iterator<Late> all = late.iterator(); all.hasNext(); ) {
      Late next = all.next();
      if (!next.due().isAfter(now)) {
        all.remove();
        tally.add("request arrives late");
        trace.line("late arrives " + next.what());
        try {
          next.request().arrive();
        } catch (TransportException refused) {
          trace.line("and is refused: " + refused.failure());
        }
      }
    }
  }
}
