package org.tidemark.core.merge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;

/** When either side changed a field. */
record When(Instant server, Instant client) {

  boolean clientNewer() {
    return client.isAfter(server);
  }

  boolean same() {
    return client.equals(server);
  }

  /** The newer side's value, and the server's at equal times. */
  @Nullable Json newer(Sides sides) {
    return clientNewer() ? sides.client() : sides.server();
  }

  Instant later() {
    return clientNewer() ? client : server;
  }
}
