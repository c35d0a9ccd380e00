package org.tidemark.it.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.tidemark.it.load.Books.Entry;
import org.tidemark.launcher.SyncServer;

/** Several offline clients of two users at work on the same records of several spaces. */
public final class Load implements AutoCloseable {

  private static final int CLIENTS = 8;
  private static final int BATCH = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String name;
  private final Wire wire;
  private final Books books = new Books();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();

  private Load(String name, Wire wire) {
    this.name = name;
    this.wire = wire;
  }

  /**
   * Starts the clients.
   *
   * @param name sets this load's clients and spaces apart from those of others
   */
  public static Load start(SyncServer server, String name, long seed) {
    var load = new Load(name, new Wire(server));
    var shared = Spaces.shared(server.identity(), load.wire, name + "-a", name + "-b");
    var comments = new AtomicInteger();
    for (var i = 0; i < CLIENTS; i++) {
      var user = i % 2 == 0 ? "ana" : "ben";
      var device = new Device(name + "-" + i, server.identity().token(user));
      var spaces = List.of(shared.get(0), shared.get(1), "~" + user);
      var place = new Workplace(name, spaces, comments, load.books);
      var client = new OfflineClient(load.wire, device, place, seed * 1_000 + i);
      var thread = new Thread(() -> client.run(load.stopped::get), device.clientId());
      thread.setDaemon(true);
      load.threads.add(thread);
    }
    load.threads.forEach(Thread::start);
    return load;
  }

  public String name() {
    return name;
  }

  public Books books() {
    return books;
  }

  /** Comes back when so many more mutations were answered. */
  public void awaitAnswers(int more) {
    var target = books.size() + more;
    Await.until(
        more + " more answers",
        PATIENCE,
        () -> {
          books.requireSound();
          return books.size() >= target;
        });
  }

  /** Lets every client come to an end with an empty outbox. */
  public void stop() throws InterruptedException {
    stopped.set(true);
    for (var thread : threads) {
      thread.join(PATIENCE.toMillis());
      if (thread.isAlive()) {
        throw new AssertionError(thread.getName() + " does not end");
      }
    }
    books.requireSound();
  }

  /** Ends the clients as they are. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }

  /** Fails unless the server's database holds just what was answered. */
  public void check(SyncServer server) {
    Reckoning.check(name, books, new Store(server.database()));
  }

  /** Sends every mutation once more, in other batches than before. */
  public void sendAllAgain(Random random) {
    var byDevice = books.entries().stream().collect(Collectors.groupingBy(Entry::device));
    byDevice.forEach(
        (device, entries) -> {
          var edits =
              entries.stream().map(Entry::edit).collect(Collectors.toCollection(ArrayList::new));
          Collections.shuffle(edits, random);
          for (var from = 0; from < edits.size(); from += BATCH) {
            resend(device, edits.subList(from, Math.min(from + BATCH, edits.size())));
          }
        });
    books.requireSound();
  }

  private void resend(Device device, List<Edit> edits) {
    var answers = device.pushNow(wire, edits);
    for (var i = 0; i < edits.size(); i++) {
      if (!books.answered(device, edits.get(i), answers.get(i))) {
        throw new AssertionError(answers.get(i).raw());
      }
    }
  }
}
