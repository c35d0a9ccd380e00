package org.tidemark.server.bulk.control;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.bulk.boundary.ItemState;
import org.tidemark.server.conflict.control.ConflictSets.Found;
import org.tidemark.server.conflict.control.StoredConflict;

/**
 * Whether conflicts may still be settled as they were shown: by the dry run as by the job itself.
 *
 * @param version a record's version now; null: there is no such record
 * @param claimed those that somebody else works on
 */
record Standing(
    BulkChoice choice,
    Map<String, Found> conflicts,
    Function<RecordKey, @Nullable Integer> version,
    Set<String> claimed) {

  /** The reason of an item whose record an item before it changes. */
  static final String SAME_RECORD = "SAME_RECORD";

  /** The conflict, where {@link #against} has nothing against it. */
  StoredConflict conflict(Item item) {
    Found found = conflicts.get(item.conflictId());
    if (found == null) {
      throw new IllegalStateException("a conflict that was found is gone");
    }
    return found.conflict();
  }

  /** What stands against it; null: nothing. */
  @Nullable ItemChange against(Item item) {
    Found found = conflicts.get(item.conflictId());
    if (found == null || !found.conflict().isOpen()) {
      return ItemChange.to(item, ItemState.CLOSED);
    }
    if (claimed.contains(item.conflictId())) {
      return ItemChange.to(item, ItemState.CLAIMED);
    }
    Integer shown = found.conflict().payload().conflict().serverVersion();
    Integer seen = item.version() == null ? shown : item.version();
    if (shown == null || !shown.equals(seen) || !shown.equals(version.apply(item.key()))) {
      return ItemChange.to(item, ItemState.MOVED_ON);
    }
    return item.again() && choice != BulkChoice.USE_SERVER
        ? ItemChange.because(item, ItemState.MOVED_ON, SAME_RECORD)
        : null;
  }
}
