package org.tidemark.server.space.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Clients that pulled, until a timer writes it to their rows: a pull itself writes nothing. What a
 * server has not written when it dies is forgotten; the next pull tells it again.
 */
@ApplicationScoped
public class Sightings {
  private static final int MOST = 10_000;

  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  /** Notes that the client was here; beyond a bound it has to come again. */
  public void note(String clientId, Instant at) {
    if (seen.size() < MOST || seen.containsKey(clientId)) {
      seen.put(clientId, at);
    }
  }

  /** Gives what was noted since the last time. */
  public Map<String, Instant> take() {
    Map<String, Instant> taken = new HashMap<>();
    for (String clientId : seen.keySet()) {
      Instant at = seen.remove(clientId);
      if (at != null) {
        taken.put(clientId, at);
      }
    }
    return taken;
  }
}
