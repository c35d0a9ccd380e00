package org.tidemark.app.undo;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.SyncClient;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.record.RecordKey;

/** The snapshots of a record that were taken since a moment: the ways back from what is done. */
public final class Taken {

  private final SyncClient client;
  private final RecordKey key;
  private final long before;

  private Taken(SyncClient client, RecordKey key, long before) {
    this.client = client;
    this.key = key;
    this.before = before;
  }

  /** From now on. */
  public static Taken since(SyncClient client, RecordKey key) {
    return new Taken(client, key, client.undo().latest(key).map(Snapshot::id).orElse(0L));
  }

  /** The newest one for a reason; null: none was taken. */
  public @Nullable Long of(SnapshotReason reason) {
    return client.undo().list(key).stream()
        .filter(each -> each.id() > before && each.reason() == reason)
        .map(Snapshot::id)
        .findFirst()
        .orElse(null);
  }
}
