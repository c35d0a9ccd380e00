package org.tidemark.client.replica;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a mutation does on this device, all of it in one transaction.
 *
 * @param fate what becomes of the mutation in the outbox
 * @param replacement what takes its place, where its fate says so
 * @param superseded refused mutations whose content a later one has brought through
 * @param overridden whether the local state before must be kept as a snapshot
 */
public record Settlement(
    Replica next,
    Fate fate,
    @Nullable Queued replacement,
    List<Queued> superseded,
    boolean overridden,
    ConflictEffect conflict) {

  /** What becomes of a mutation in the outbox. */
  public enum Fate {
    DONE,
    RETRIED,
    PARKED,
    REFUSED,
    REPLACED
  }

  /** What becomes of the record's open conflict. */
  public enum ConflictEffect {
    NONE,
    OPENED,
    RESOLVED,
    SUPERSEDED
  }

  public Settlement {
    superseded = Collections.unmodifiableList(new ArrayList<>(superseded));
  }
}
