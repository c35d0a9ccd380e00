package org.tidemark.client.undo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;

/**
 * Snapshots of what was overridden or deleted on this device, and of both sides of a conflict that
 * a decision here did not take; and the way back.
 */
public interface Undo {

  /** Newest first, of all records. */
  List<Snapshot> recent(int limit);

  /**
   * A page of all records' snapshots, newest first, each with what bringing it back goes over: one
   * read, which sees one state.
   *
   * @param before the id of the last one of the page before, which may be gone by now; null: from
   *     the newest
   * @param limit at most so many
   */
  List<Offer> offers(@Nullable Long before, int limit);

  /** Newest first, of one record. */
  List<Snapshot> list(RecordKey key);

  /** The newest snapshot of a record in the usual space. */
  Optional<Snapshot> latest(String type, String id);

  Optional<Snapshot> latest(RecordKey key);

  /** Restores a snapshot as a new edit, unless the record was edited since. */
  RestoreResult restore(long snapshotId);

  /** Restores a snapshot as a new edit; {@code overLaterEdit} when the person agreed to that. */
  RestoreResult restore(long snapshotId, boolean overLaterEdit);
}
