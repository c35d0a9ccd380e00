package org.tidemark.client.replica;

import org.jspecify.annotations.Nullable;

/**
 * What an edit writes: the record's next state, and the mutation to store in the place of its own
 * order (0: a new one). {@code dropped} was never sent and needs not be.
 */
public record EditPlan(Replica next, @Nullable Queued stored, @Nullable Queued dropped) {

  /** Whether there is anything to write. */
  public boolean isNothing() {
    return stored == null && dropped == null;
  }
}
