package org.tidemark.server.upkeep.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.settings.ServerSettings;

/**
 * Removes what has lived long enough, in bounded work at each turn.
 *
 * <p>Every node may run it: a step leaves alone what another one has locked.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Cleaning {
  private static final int MOST_STEPS = 50;
  private static final int FULL_STEP = 1_000;

  @Inject private ServerSettings settings;
  @Inject private InstantSource clock;
  @Inject private CleaningStep step;
  @Inject private OutageLog outages;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void receipts() {
    Instant now = clock.instant();
    outages.watch(() -> repeat(() -> step.receipts(now)));
  }

  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  void history() {
    Instant now = clock.instant();
    outages.watch(
        () -> {
          Instant history = now.minus(settings.historyLife());
          Instant tombstones = now.minus(settings.tombstoneLife());
          repeat(() -> step.revisions(history));
          repeat(() -> step.tombstones(tombstones));
          // The feed tells of closed conflicts too, to cursors as old as tombstones.
          repeat(() -> step.closedConflicts(history.isBefore(tombstones) ? history : tombstones));
        });
  }

  private static void repeat(IntSupplier step) {
    int turn = 0;
    int dealtWith;
    do {
      dealtWith = step.getAsInt();
    } while (dealtWith == FULL_STEP && ++turn < MOST_STEPS);
  }
}
