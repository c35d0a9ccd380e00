package org.tidemark.client.environment;

import java.time.Instant;

/** The one clock of the client: the device's raw time, which may be wrong and may jump. */
public interface WallClock {
  Instant now();
}
