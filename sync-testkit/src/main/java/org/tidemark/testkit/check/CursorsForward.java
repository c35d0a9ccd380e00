package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.ClientId;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.server.FeedCursor;

/**
 * A client's cursor never goes back in a space that it goes on seeing, and a client that has one
 * begins anew only when the server refused it.
 */
final class CursorsForward implements Check {

  @Override
  public String name() {
    return "cursors forward";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<String> findings = new ArrayList<>();
    Map<ClientId, FeedCursor> last = new HashMap<>();
    Set<ClientId> refused = new HashSet<>();
    int looked = 0;
    for (Happening happening : evidence.ledger().all()) {
      if (happening instanceof Happening.Refused refusal && refusal.code().startsWith("CURSOR_")) {
        refused.add(refusal.client());
      } else if (happening instanceof Happening.PulledFrom pulled) {
        looked++;
        String text = pulled.cursor();
        FeedCursor cursor = text == null ? null : FeedCursor.parse(text);
        FeedCursor before = last.get(pulled.client());
        if (cursor == null) {
          if (before != null && !refused.contains(pulled.client())) {
            findings.add("device " + pulled.device() + " began anew for no reason");
          }
          last.remove(pulled.client());
        } else {
          compare(pulled.device(), before, cursor, findings);
          last.put(pulled.client(), cursor);
        }
        refused.remove(pulled.client());
      }
    }
    return new Verdict(findings, looked);
  }

  private static void compare(
      int device, @Nullable FeedCursor before, FeedCursor now, List<String> findings) {
    if (before == null) {
      return;
    }
    now.positions()
        .forEach(
            (space, position) -> {
              Long earlier = before.positions().get(space);
              if (earlier != null && earlier > position) {
                findings.add(
                    "device %d went back in %s from %d to %d"
                        .formatted(device, space, earlier, position));
              }
            });
  }
}
