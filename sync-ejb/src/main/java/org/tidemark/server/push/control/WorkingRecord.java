package org.tidemark.server.push.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.server.conflict.control.Closing;
import org.tidemark.server.conflict.control.NewConflict;
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
  private @Nullable Closing closing;

  private WorkingRecord(RecordKey key, @Nullable RecordState found, @Nullable String openConflict) {
    this.key = key;
    this.found = found;
    this.openConflict = openConflict;
  }

  /** A record as it was locked; {@code open} are the conflicts that are open now. */
  static WorkingRecord of(RecordKey key, @Nullable LockedRecord locked, Set<String> open) {
    if (locked == null) {
      return new WorkingRecord(key, null, null);
    }
    String conflict = locked.openConflict();
    return new WorkingRecord(
        key, locked.state(), conflict != null && open.contains(conflict) ? conflict : null);
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

  /** Notes that the author has gone past the open conflict, if there is one. */
  void settle(@Nullable String successor) {
    String open = openConflict;
    openConflict = null;
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
    settle(conflict.conflictId());
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
