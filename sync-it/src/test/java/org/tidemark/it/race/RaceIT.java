package org.tidemark.it.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Servers;
import org.tidemark.launcher.SyncServer;

/** Races on one node. */
@ExtendWith(Servers.class)
class RaceIT {

  private static final int ROUNDS = 40;

  @Test
  void batchesInOppositeOrders_manyThreads_sumsAreExactAndNobodySeesADeadlock(SyncServer server)
      throws InterruptedException {
    var races = Races.on("opposite", server.database(), server.identity(), server);
    races.countInOppositeOrders(32, 10, 15);
    assertThat(races.unanswered()).as("requests that had to be sent again").isZero();
  }

  @Test
  void oneIdCreatedTwiceAtOnce_anyPolicy_oneOfThemIsVersionOne(SyncServer server)
      throws InterruptedException {
    Races.on("create", server.database(), server.identity(), server).createTheSame(ROUNDS);
  }

  @Test
  void copiesAtOnce_sameContent_oneIsProcessedAndAllAnswersAreEqualToTheByte(SyncServer server)
      throws InterruptedException {
    Races.on("copies", server.database(), server.identity(), server).sendCopies(ROUNDS);
  }

  @Test
  void copiesAtOnce_otherContent_oneIsProcessedAndTheOthersAreRefused(SyncServer server)
      throws InterruptedException {
    Races.on("reuse", server.database(), server.identity(), server).reuseIds(ROUNDS);
  }
}
