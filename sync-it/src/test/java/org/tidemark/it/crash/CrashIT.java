package org.tidemark.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.load.Load;
import org.tidemark.it.load.Reckoning;
import org.tidemark.it.load.Servers;
import org.tidemark.it.load.Store;
import org.tidemark.launcher.SyncServer;

/**
 * Exactly once when the server or its database is killed under load.
 *
 * <p>A kill falls at a seeded number of answers plus a seeded part of a request's time, so that
 * over the kills it hits requests before, in and after their commit. Clients whose answer is lost
 * send the same mutations again, by themselves or among later ones, until they are answered.
 */
@ExtendWith(Servers.class)
class CrashIT {

  private static final boolean EXHAUSTIVE = Boolean.getBoolean("sync.exhaustive");
  private static final int SERVER_KILLS = EXHAUSTIVE ? 100 : 8;
  private static final int DATABASE_KILLS = EXHAUSTIVE ? 100 : 3;
  private static final int MOST_ANSWERS = 400;
  private static final int MOST_MICROS = 20_000;
  private static final long SEED = Long.getLong("sync.seed", 20_260_214);

  private long committedUnseen;

  @Test
  void serverKilled_underLoad_everyMutationHasItsEffectOnce(SyncServer server)
      throws InterruptedException {
    crash(
        "server",
        server,
        SERVER_KILLS,
        load -> {
          server.kill();
          committedUnseen += receipts(server, load) - load.books().size();
          server.restart();
        });
    assertThat(committedUnseen).as("kills between commit and answer").isPositive();
  }

  @Test
  void databaseKilled_underLoad_serverRecoversAndEveryMutationHasItsEffectOnce(SyncServer server)
      throws InterruptedException {
    crash(
        "database",
        server,
        DATABASE_KILLS,
        load -> {
          server.database().kill();
          server.database().restart();
        });
  }

  private void crash(String name, SyncServer server, int kills, Consumer<Load> kill)
      throws InterruptedException {
    var began = System.nanoTime();
    var random = new Random(SEED);
    var load = Load.start(server, name, SEED);
    try {
      for (var i = 0; i < kills; i++) {
        load.awaitAnswers(1 + random.nextInt(MOST_ANSWERS));
        Await.pause(Duration.ofNanos(1_000L * random.nextInt(MOST_MICROS)));
        kill.accept(load);
      }
      load.awaitAnswers(MOST_ANSWERS);
      load.stop();
      load.check(server);
      server.restart(); // an empty cache: the answers come from the database
      load.sendAllAgain(random);
      load.sendAllAgain(random); // and now from the cache
      load.check(server);
    } finally {
      load.close();
      report(name, kills, load, began);
    }
    assertThat(load.books().lost() + load.books().turnedAway())
        .as("edits that had to be sent again")
        .isPositive();
  }

  private static long receipts(SyncServer server, Load load) {
    return new Store(server.database()).number(Reckoning.receiptsOf(load.name()));
  }

  private void report(String name, int kills, Load load, long began) {
    var books = load.books();
    System.out.printf(
        "crash %s: seed %d, kills %d, mutations %d (merged %d, conflicts %d), answers lost"
            + " %d, turned away %d, refused for now %d, committed but not answered %d, %d s%n",
        name,
        SEED,
        kills,
        books.size(),
        Reckoning.count(books, "MERGED"),
        Reckoning.count(books, "CONFLICT"),
        books.lost(),
        books.turnedAway(),
        books.refused(),
        committedUnseen,
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }
}
