package org.tidemark.client.event;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** Something that happened; told after it is durable. */
public sealed interface ClientEvent {

  /** A pull goes on; {@code records} were received in it so far. */
  record Pulled(long records, boolean more) implements ClientEvent {}

  /** A push goes on. */
  record Pushed(int answered, int waiting) implements ClientEvent {}

  /** What the application sees of a record changed, by an edit or by the sync. */
  record RecordChanged(RecordKey key) implements ClientEvent {}

  /** A state of a record was replaced or deleted here; undo has a snapshot. */
  record Overridden(RecordKey key, SnapshotReason reason) implements ClientEvent {}

  /** A person must decide. */
  record ConflictOpened(RecordKey key, String conflictId) implements ClientEvent {}

  /** A conflict waits no more. */
  record ConflictClosed(RecordKey key, String conflictId) implements ClientEvent {}

  /** A mutation waits for a person. */
  record Parked(RecordKey key, String mutationId, Problem problem) implements ClientEvent {}

  /** An upload goes on; told now and then, and whenever a part is done. */
  record UploadProgressed(String uploadId, RecordKey key, long sentBytes, long sizeBytes)
      implements ClientEvent {}

  /** An upload stands differently, or for another reason. */
  record UploadChanged(String uploadId, RecordKey key, UploadState state, @Nullable Problem problem)
      implements ClientEvent {}

  /** Something failed that will be tried again, or that concerns no single record. */
  record Failed(Problem problem) implements ClientEvent {}

  /** A space can be seen from now on. */
  record SpaceGained(SpaceId space) implements ClientEvent {}

  /** A space can be seen no more. */
  record SpaceLost(SpaceId space) implements ClientEvent {}

  /** The client's state changed. */
  record StateChanged(SyncState state) implements ClientEvent {}
}
