package org.tidemark.server.bulk.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * A bulk job.
 *
 * @param origin the address of the queue that it was made from
 * @param actor who brought it to its state, at {@code changedAt}
 * @param counts how many items are in which state; empty in lists
 */
public record BulkJob(
    String id,
    BulkState state,
    BulkChoice choice,
    String origin,
    int total,
    String createdBy,
    Instant createdAt,
    String actor,
    Instant changedAt,
    Map<ItemState, Integer> counts) {
  public BulkJob {
    counts = Map.copyOf(counts);
  }

  /** The number of items in a state. */
  public int count(ItemState item) {
    return counts.getOrDefault(item, 0);
  }

  /** How many items the work that is under way, or was last, has dealt with. */
  public int done() {
    return switch (state) {
      case CHECKING -> total - count(ItemState.WAITING);
      case UNDOING, UNDONE -> count(ItemState.UNDONE) + count(ItemState.KEPT);
      default -> total - count(ItemState.FIT);
    };
  }

  /** How many items that work has in all. */
  public int work() {
    return state == BulkState.UNDOING || state == BulkState.UNDONE
        ? done() + count(ItemState.SETTLED)
        : total;
  }

  /** Whether it has settled something that can be taken back. */
  public boolean isUndoable() {
    return (state == BulkState.DONE || state == BulkState.STOPPED) && count(ItemState.SETTLED) > 0;
  }
}
