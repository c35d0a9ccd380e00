package org.tidemark.client.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.note;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.transport.TransportFailure;

/** The background mode: edits go out, notices bring changes in, a lost network comes back. */
@Timeout(60)
class BackgroundTest {

  private final TestClock clock = new TestClock();
  private final TestServer server = new TestServer(clock);
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    phone = new Device("phone", server, clock, folder);
    laptop = new Device("laptop", server, clock, folder);
  }

  @AfterEach
  void close() {
    phone.close();
    laptop.close();
  }

  /** A latch that opens at the first event of a kind from now on. */
  private CountDownLatch when(Predicate<ClientEvent> kind) {
    CountDownLatch latch = new CountDownLatch(1);
    phone
        .client()
        .events()
        .subscribe(
            event -> {
              if (kind.test(event)) {
                latch.countDown();
              }
            });
    return latch;
  }

  private CountDownLatch whenIdle() {
    return when(event -> event.equals(new ClientEvent.StateChanged(SyncState.IDLE)));
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void edit_goesOutByItself() throws InterruptedException {
    CountDownLatch begun = whenIdle();
    phone.client().start();
    await(begun);
    CountDownLatch pushed = when(event -> event instanceof ClientEvent.Pushed);
    phone.notes().put("n1", "{}");
    await(pushed);
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void notice_bringsTheChangeIn() throws InterruptedException {
    laptop.notes().put("n1", "{}");
    laptop.sync();
    CountDownLatch changed = when(new ClientEvent.RecordChanged(note("n1"))::equals);
    phone.wire.live();
    phone.client().start();
    await(changed);

    CountDownLatch again = when(new ClientEvent.RecordChanged(note("n2"))::equals);
    laptop.notes().put("n2", "{}");
    laptop.sync();
    phone.wire.announce();
    await(again);
    assertThat(phone.note("n2")).isPresent();
  }

  @Test
  void networkLostAndBack_isNoticedByWhatFailsAndWorks() throws InterruptedException {
    phone.wire.down(new TransportFailure.NoAnswer("flight mode"));
    CountDownLatch offline =
        when(event -> event.equals(new ClientEvent.StateChanged(SyncState.OFFLINE)));
    phone.notes().put("n1", "{}");
    phone.client().start();
    await(offline);
    CountDownLatch pushed = when(event -> event instanceof ClientEvent.Pushed);
    phone.wire.down(null);
    await(pushed);
    assertThat(server.versions(note("n1"))).isEqualTo(1);
  }

  @Test
  void liveChannel_thatBreaksOff_showsThatTheNetworkIsGone() throws InterruptedException {
    CountDownLatch begun = whenIdle();
    phone.wire.live();
    phone.client().start();
    await(begun);
    CountDownLatch heard = when(new ClientEvent.RecordChanged(note("n1"))::equals);
    CountDownLatch ended = whenIdle();
    laptop.notes().put("n1", "{}");
    laptop.sync();
    phone.wire.announce();
    await(heard);
    await(ended);
    CountDownLatch offline =
        when(event -> event.equals(new ClientEvent.StateChanged(SyncState.OFFLINE)));
    phone.wire.down(new TransportFailure.NoAnswer("flight mode"));
    phone.wire.breakOff();
    await(offline);
  }

  @Test
  void paused_doesNotListenEither_untilSomebodySignsIn() throws InterruptedException {
    CountDownLatch paused =
        when(event -> event.equals(new ClientEvent.StateChanged(SyncState.PAUSED)));
    phone.wire.down(new TransportFailure.HttpStatus(401, null, ""));
    phone.client().start();
    await(paused);
    while (live().getState() != Thread.State.WAITING) {
      assertThat(Thread.interrupted()).as("it goes on listening").isFalse();
      LockSupport.parkNanos(1_000_000);
    }

    phone.wire.down(null);
    phone.wire.live();
    CountDownLatch idle = whenIdle();
    phone.client().signedIn();
    await(idle);
    CountDownLatch changed = when(new ClientEvent.RecordChanged(note("n1"))::equals);
    laptop.notes().put("n1", "{}");
    laptop.sync();
    phone.wire.announce();
    await(changed);
  }

  /** The thread that listens; in a test without a live channel it never waits for a notice. */
  private static Thread live() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("tidemark-live"))
        .findFirst()
        .orElseThrow();
  }

  /** The client's threads, of other tests too. */
  private static Set<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("tidemark-"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void close_endsTheThreads() throws InterruptedException {
    Set<Thread> before = ours();
    CountDownLatch begun = whenIdle();
    phone.wire.live();
    phone.client().start();
    await(begun);
    Set<Thread> begunHere = ours();
    begunHere.removeAll(before);
    phone.client().close();
    // The one that listens may outlast the close by a moment.
    for (Thread thread : begunHere) {
      thread.join();
    }
    assertThat(begunHere).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void listenerThatFailsForGood_keepsNobodyFromHearing_andTheSyncGoesOn()
      throws InterruptedException {
    phone
        .client()
        .events()
        .subscribe(
            event -> {
              throw new LinkageError("not even an exception");
            });
    CountDownLatch pushed = when(event -> event instanceof ClientEvent.Pushed);
    phone.client().start();
    phone.notes().put("n1", "{}");
    await(pushed);
    CountDownLatch again = when(event -> event instanceof ClientEvent.Pushed);
    phone.notes().put("n2", "{}");
    await(again);
    assertThat(server.versions(note("n2"))).isEqualTo(1);
  }

  @Test
  void start_afterClose_startsNothing() {
    phone.client().close();
    // What the close has left to a thread of its own may not be done yet.
    Set<Thread> before = ours();
    phone.client().start();
    assertThat(before).containsAll(ours());
  }
}
