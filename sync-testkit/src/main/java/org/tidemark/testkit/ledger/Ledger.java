package org.tidemark.testkit.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.server.ModelServer;
import org.tidemark.testkit.server.Revision;

/** Everything that happened, in its order, and every state that the server ever had. */
public final class Ledger {
  private final List<Happening> happenings = new ArrayList<>();
  private final Map<RecordKey, Set<Revision>> history = new LinkedHashMap<>();
  private final Map<RecordKey, Set<Revision>> takenBack = new HashMap<>();
  private @Nullable Instant restoredAt;
  private int restored;

  public void add(Happening happening) {
    happenings.add(happening);
  }

  /** Copies the server's history before some of it is removed for age. */
  public void copyHistory(ModelServer server) {
    server
        .records()
        .forEach(
            (key, record) -> {
              Set<Revision> kept = history.computeIfAbsent(key, none -> new LinkedHashSet<>());
              kept.addAll(server.revisions(key));
              kept.add(new Revision(record.written(), false));
            });
  }

  public List<Happening> all() {
    return Collections.unmodifiableList(happenings);
  }

  public <T extends Happening> List<T> all(Class<T> kind) {
    return all(kind, happenings);
  }

  private static <T extends Happening> List<T> all(Class<T> kind, List<Happening> happenings) {
    List<T> found = new ArrayList<>();
    for (Happening happening : happenings) {
      if (kind.isInstance(happening)) {
        found.add(kind.cast(happening));
      }
    }
    return found;
  }

  /** The server was restored from a backup: its history is that one now. */
  public void restored(ModelServer server, Instant at) {
    takenBack.putAll(history);
    history.clear();
    copyHistory(server);
    restoredAt = at;
    restored = happenings.size();
  }

  /** When the server was last restored from a backup; null: never. */
  public @Nullable Instant restoredAt() {
    return restoredAt;
  }

  /** What happened since the server was last restored; what it knew before, it may have lost. */
  public <T extends Happening> List<T> sinceRestored(Class<T> kind) {
    return all(kind, happenings.subList(restored, happenings.size()));
  }

  /** What happened before the server was last restored; nothing where it never was. */
  public <T extends Happening> List<T> beforeRestored(Class<T> kind) {
    return all(kind, happenings.subList(0, restored));
  }

  /** What {@link #history} was of a record before the server was restored from a backup. */
  public Set<Revision> takenBack(RecordKey key) {
    return takenBack.getOrDefault(key, Set.of());
  }

  /** Every state of a record that the copies have seen, sides that lost included. */
  public Set<Revision> history(RecordKey key) {
    return history.getOrDefault(key, Set.of());
  }
}
