package org.tidemark.server.bulk.control;

import org.jspecify.annotations.Nullable;
import org.tidemark.server.bulk.boundary.BulkEffect;
import org.tidemark.server.bulk.boundary.ItemState;

/** What becomes of an item; what is null leaves what stands there, but the reason. */
record ItemChange(
    int ord,
    ItemState state,
    @Nullable String reason,
    @Nullable Integer version,
    @Nullable Integer settledVersion,
    @Nullable BulkEffect effect) {

  static ItemChange to(Item item, ItemState state) {
    return new ItemChange(item.ord(), state, null, null, null, null);
  }

  static ItemChange because(Item item, ItemState state, String reason) {
    return new ItemChange(item.ord(), state, reason, null, null, null);
  }
}
