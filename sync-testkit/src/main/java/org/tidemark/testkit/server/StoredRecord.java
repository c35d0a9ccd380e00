package org.tidemark.testkit.server;

import org.tidemark.core.record.RecordState;

/** A record's row: its present state and its place in the feed. */
public record StoredRecord(Written written, long seq, boolean purged) {

  public RecordState state() {
    return written.state();
  }
}
