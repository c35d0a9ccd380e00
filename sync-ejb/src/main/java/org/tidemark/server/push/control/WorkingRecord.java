package org.tidemark.server.push.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.server.conflict.control.Closing;
import org.tidemark.server.conflict.control.NewConflict;
import org.tidemark.server.conflict.control.OpenConflict;
import org.tidemark.server.record.control.LockedRecord;
import org.tidemark.server.record.control.RecordStore.NewState;
import org.tidemark.server.record.control.WrittenState;

/** A record while a batch is applied: as it was found, and as the batch has left it so far. */
final class WorkingRecord {
  private final RecordKey key;
  private final @Nullable RecordState found;
  private final List<WrittenState> written = new ArrayList<>();
  private final List<NewConflict> conflicts = new ArrayList<>();
  private @Nullable String openConflict;
  private boolean reopened;
  private @Nullable Closing closing;

  private WorkingRecord(RecordKey key, @Nullable RecordState found) {
    this.key = key;
    this.found = found;
  }

  /** A record as it was locked; {@code open} are the conflicts that are open now, by their ids. */
  static WorkingRecord of(
      RecordKey key, @Nullable LockedRecord locked, Map<String, OpenConflict> open) {
    if (locked == null) {
      return new WorkingRecord(key, null);
    }
    WorkingRecord record = new WorkingRecord(key, locked.state());
    String id = locked.openConflict();
    OpenConflict conflict = id == null ? null : open.get(id);
    if (conflict != null) {
      record.openConflict = id;
      record.reopened = conflict.reopened();
    }
    return record;
  }

  RecordKey key() {
    return key;
  }

  @Nullable RecordState current() {
    return written.isEmpty() ? found : written.get(written.size() - 1).state();
  }

  /** The state with this version, where the batch found or made it. */
  @Nullable RecordState version(int version) {
    if (found != null && found.version() == version) {
      return found;
    }
    for (WrittenState state : written) {
      if (state.state().version() == version) {
        return state.state();
      }
    }
    return null;
  }

  void advance(WrittenState next) {
    written.add(next);
  }

  /** The conflict that is open now, found or made in this batch. */
  @Nullable String openConflict() {
    return openConflict;
  }

  /**
   * Whether the author may not know of the open conflict: they heard that it was settled, and not
   * that it is open again.
   */
  boolean isReopened() {
    return reopened;
  }

  /** Notes that the author has gone past the open conflict, if there is one that they know of. */
  void goPast() {
    if (!reopened) {
      close(null);
    }
  }

  private void close(@Nullable String successor) {
    String open = openConflict;
    openConflict = null;
    reopened = false;
    if (open == null) {
      return;
    }
    if (conflicts.isEmpty()) {
      RecordState now = current();
      closing = new Closing(open, now == null ? null : now.version(), successor);
    } else {
      int last = conflicts.size() - 1;
      conflicts.set(last, conflicts.get(last).supersededBy(successor));
    }
  }

  void open(NewConflict conflict) {
    close(conflict.conflictId());
    conflicts.add(conflict);
    openConflict = conflict.conflictId();
  }

  List<NewConflict> conflicts() {
    return conflicts;
  }

  @Nullable Closing closing() {
    return closing;
  }

  boolean isChanged() {
    return !written.isEmpty();
  }

  /** Whether a row is replaced, whose state must be kept first. */
  boolean replacesRow() {
    return isChanged() && found != null;
  }

  NewState newest() {
    return new NewState(written.get(written.size() - 1), found != null);
  }

  /** States that this batch made and replaced again: they never become the record's row. */
  List<WrittenState> passed() {
    return written.subList(0, Math.max(0, written.size() - 1));
  }
}
