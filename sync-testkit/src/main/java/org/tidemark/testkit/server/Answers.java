package org.tidemark.testkit.server;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordState;

/** Makes the answers to mutations. */
final class Answers {
  private Answers() {}

  static ItemAnswer rejected(
      MutationId mutation, Rejection rejection, @Nullable RecordState state) {
    ErrorAnswer error = new ErrorAnswer(rejection, null, "model");
    return item(mutation, SyncStatus.REJECTED, state, null, error);
  }

  static ItemAnswer settled(MutationId mutation, SyncStatus status, @Nullable RecordState state) {
    return item(mutation, status, state, null, null);
  }

  static ItemAnswer conflicted(
      MutationId mutation, ConflictAnswer conflict, @Nullable RecordState state) {
    return item(mutation, SyncStatus.CONFLICT, state, conflict, null);
  }

  private static ItemAnswer item(
      MutationId mutation,
      SyncStatus status,
      @Nullable RecordState state,
      @Nullable ConflictAnswer conflict,
      @Nullable ErrorAnswer error) {
    return new ItemAnswer(
        mutation,
        status,
        state == null ? null : state.version(),
        state == null ? null : state.updatedAt(),
        state != null && state.deleted(),
        state == null ? null : state.data(),
        conflict,
        error);
  }
}
