package org.tidemark.client.undo;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.record.RecordView;

/** What became of an undo. */
public sealed interface RestoreResult {

  /**
   * The snapshot is the local state again, as a new edit; null where that is a deletion. Where the
   * undo takes back a creation that was never sent, nothing is edited: the record is then what the
   * server has, should somebody else have made it meanwhile.
   */
  record Restored(@Nullable RecordView now) implements RestoreResult {}

  /**
   * The record was edited after what the undo would take back; nothing was done. Ask the person,
   * then restore with {@code overLaterEdit}.
   */
  record LaterEdit(@Nullable RecordView now) implements RestoreResult {}

  /** The snapshot is gone: too old, or too many came after it. */
  record Gone() implements RestoreResult {}
}
