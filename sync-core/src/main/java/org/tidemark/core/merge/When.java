package org.tidemark.core.merge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;

/**
 * When either side changed a field; {@code touched} when the server's time tells that it was
 * changed since the base, even if it now has the base's value again.
 */
record When(Instant server, Instant client, boolean touched) {

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
