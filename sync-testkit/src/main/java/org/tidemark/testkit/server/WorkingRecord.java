package org.tidemark.testkit.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;

/** A record while a batch is applied: as it was found, and as the batch has left it so far. */
final class WorkingRecord {
  final RecordKey key;
  private final @Nullable RecordState found;
  private final List<Written> written = new ArrayList<>();
  private final List<StoredConflict> conflicts = new ArrayList<>();
  private @Nullable StoredConflict open;
  private @Nullable StoredConflict superseded;
  private int versionThen;

  WorkingRecord(RecordKey key, @Nullable StoredRecord found, @Nullable StoredConflict open) {
    this.key = key;
    this.found = found == null ? null : found.state();
    this.open = open;
  }

  boolean isNew() {
    return found == null;
  }

  @Nullable RecordState current() {
    return written.isEmpty() ? found : written.get(written.size() - 1).state();
  }

  /** The state with this version, where the batch found or made it. */
  @Nullable RecordState version(int version) {
    RecordState before = found;
    if (before != null && before.version() == version) {
      return before;
    }
    for (Written state : written) {
      if (state.state().version() == version) {
        return state.state();
      }
    }
    return null;
  }

  void advance(Written next) {
    written.add(next);
  }

  @Nullable DecisionInput openInputs() {
    StoredConflict now = open;
    return now == null ? null : now.inputs();
  }

  /** Notes that the author has gone past the open conflict, if there is one. */
  void settle(String user, Instant at) {
    StoredConflict now = open;
    open = null;
    if (now == null) {
      return;
    }
    if (conflicts.isEmpty()) {
      RecordState state = current();
      superseded = now;
      versionThen = state == null ? 0 : state.version();
    } else {
      int last = conflicts.size() - 1;
      Integer version = now.conflict().serverVersion();
      conflicts.set(
          last,
          now.closedAs(
              new StoredConflict.Closed(null, version == null ? 0 : version, user, at, 0)));
    }
  }

  void open(StoredConflict conflict, String user) {
    settle(user, conflict.detectedAt());
    conflicts.add(conflict);
    open = conflict;
  }

  List<Written> written() {
    return written;
  }

  List<StoredConflict> conflicts() {
    return conflicts;
  }

  /** The conflict that was open before the batch and is not any more. */
  @Nullable StoredConflict superseded() {
    return superseded;
  }

  /** The record's version when that conflict was superseded. */
  int versionThen() {
    return versionThen;
  }
}
