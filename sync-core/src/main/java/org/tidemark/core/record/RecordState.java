package org.tidemark.core.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/** One state of a record on the server; a tombstone, purged or not, has no data. */
public record RecordState(
    int version,
    Instant updatedAt,
    boolean deleted,
    @Nullable Document data,
    FieldTimes fieldTimes,
    ClientId lastWriter) {

  public RecordState {
    if (version < 1) {
      throw new IllegalArgumentException("a version is at least 1, not " + version);
    }
    if (deleted != (data == null)) {
      throw new IllegalArgumentException("a record has data if and only if it is not deleted");
    }
    updatedAt = Timestamps.cut(updatedAt);
  }

  /** A state whose fields were all changed at its time. */
  public static RecordState live(int version, Instant updatedAt, Document data, ClientId writer) {
    return new RecordState(version, updatedAt, false, data, FieldTimes.uniform(updatedAt), writer);
  }

  /** A state that says the record is gone. */
  public static RecordState tombstone(int version, Instant updatedAt, ClientId writer) {
    return new RecordState(version, updatedAt, true, null, FieldTimes.uniform(updatedAt), writer);
  }
}
