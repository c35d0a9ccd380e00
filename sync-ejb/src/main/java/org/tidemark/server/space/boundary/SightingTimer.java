package org.tidemark.server.space.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.space.control.Sightings;

/** Has written down which clients pulled of late; on a quiet server it does nothing. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SightingTimer {
  @Inject private Sightings sightings;
  @Inject private SightingStep step;
  @Inject private OutageLog outages;

  @Schedule(hour = "*", minute = "*", second = "9/15", persistent = false)
  void write() {
    Map<String, Instant> seen = sightings.take();
    if (!seen.isEmpty()) {
      outages.watchOccasional(() -> step.write(seen));
    }
  }
}
