package org.tidemark.it.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Servers;
import org.tidemark.it.load.Wire;
import org.tidemark.launcher.SyncServer;

/** A puller that runs all along beside many writers sees every change, in an order. */
@ExtendWith(Servers.class)
class FeedIT {

  @Test
  void pull_besideSixteenWriters_skipsNothingAndNeverGoesBack(SyncServer server)
      throws InterruptedException {
    var watch = watch("feed", server);
    watch.run();
    System.out.println("feed: " + watch.summary());
    assertThat(watch.skipped()).isEmpty();
    assertThat(watch.wentBack()).isEmpty();
  }

  /** The proof that the test above can fail. */
  @Test
  void pull_numbersFromPlainSequence_skipsRows(SyncServer server) throws InterruptedException {
    var watch = watch("plain", server);
    var sequence = PlainSequence.inPlaceOfTheCounter(server.database());
    try {
      watch.run();
    } finally {
      sequence.remove();
    }
    System.out.println("feed with a plain sequence: " + watch.summary());
    assertThat(watch.skipped()).isNotEmpty();
  }

  private static FeedWatch watch(String name, SyncServer server) {
    var wire = new Wire(server);
    return FeedWatch.on(name, server.database(), server.identity(), wire, wire);
  }
}
