package org.tidemark.server.conflict.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.RecordState;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.receipt.control.Receipt;

/** Makes the answers to a person's decision, and their receipts. */
record ResolveAnswers(Caller caller, Decision decision, Instant receivedAt, Duration receiptLife) {

  Outcome withoutReceipt(Rejection rejection) {
    return new Outcome(0, item(null, SyncStatus.REJECTED, null, null, rejection), null, false);
  }

  Outcome rejected(StoredConflict conflict, Rejection rejection, @Nullable RecordState state) {
    return kept(conflict, item(conflict, SyncStatus.REJECTED, state, null, rejection));
  }

  Outcome conflicted(StoredConflict conflict, ConflictAnswer payload, RecordState state) {
    return kept(conflict, item(conflict, SyncStatus.CONFLICT, state, payload, null));
  }

  Outcome applied(StoredConflict conflict, SyncStatus status, RecordState state) {
    return kept(conflict, item(conflict, status, state, null, null));
  }

  private ItemAnswer item(
      @Nullable StoredConflict conflict,
      SyncStatus status,
      @Nullable RecordState state,
      @Nullable ConflictAnswer payload,
      @Nullable Rejection rejection) {
    return new ItemAnswer(
        decision.mutationId().value(),
        status,
        conflict == null ? null : conflict.key().space().value(),
        conflict == null ? null : conflict.key().type().value(),
        conflict == null ? null : conflict.key().id().value(),
        state == null ? null : state.version(),
        state == null ? null : state.updatedAt(),
        state == null ? null : state.deleted(),
        state == null ? null : state.data(),
        payload,
        rejection == null ? null : ErrorAnswer.of(rejection, caller.correlationId()));
  }

  /** A later edit builds on what was decided: whatever came of that, its base is what was seen. */
  private Outcome kept(StoredConflict conflict, ItemAnswer answer) {
    Receipt receipt =
        new Receipt(
            decision.clientId(),
            decision.mutationId(),
            decision.fingerprint(),
            conflict.key().space().value(),
            conflict.key().type().value(),
            conflict.key().id().value(),
            answer.status(),
            answer.version(),
            BaseClaim.of(decision.serverVersion()),
            AnswerText.print(answer, true),
            false,
            null,
            decision.sequence(),
            receivedAt,
            receivedAt.plus(receiptLife));
    return new Outcome(0, answer, receipt, false);
  }
}
