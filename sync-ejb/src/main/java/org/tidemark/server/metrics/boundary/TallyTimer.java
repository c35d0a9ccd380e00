package org.tidemark.server.metrics.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.metrics.control.Tallies;
import org.tidemark.server.metrics.control.Tally;

/** Adds what this node has counted to the hour's rows; on a quiet server it does nothing. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TallyTimer {
  @Inject private Tallies tallies;
  @Inject private TallyStep step;
  @Inject private InstantSource clock;
  @Inject private OutageLog outages;

  @Schedule(hour = "*", minute = "*", second = "4/15", persistent = false)
  void write() {
    Map<Tally, Long> counts = tallies.take();
    if (!counts.isEmpty()) {
      outages.watchOccasional(() -> write(counts));
    }
  }

  private void write(Map<Tally, Long> counts) {
    boolean isWritten = false;
    try {
      step.add(counts, clock.instant());
      isWritten = true;
    } finally {
      if (!isWritten) {
        counts.forEach(tallies::add);
      }
    }
  }
}
