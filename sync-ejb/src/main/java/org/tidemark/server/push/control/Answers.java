package org.tidemark.server.push.control;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.receipt.control.Receipt;

/** Makes the answers to mutations, and the receipts that keep them. */
public final class Answers {
  private Answers() {}

  /** A refusal that may be cured, so nothing is kept of it. */
  public static Outcome withoutReceipt(PushContext context, Pending pending, Rejection rejection) {
    return new Outcome(pending.index(), rejected(context, pending, rejection), null, false);
  }

  /** A refusal for good. */
  static Outcome rejected(
      PushContext context, Pending pending, Rejection rejection, @Nullable BaseClaim base) {
    return outcome(context, pending, rejected(context, pending, rejection), base, null);
  }

  /** A verdict that leaves the record in this state; null: there is none. */
  static Outcome settled(
      PushContext context,
      Pending pending,
      SyncStatus status,
      @Nullable RecordState state,
      BaseClaim base) {
    ItemAnswer answer = item(pending.draft(), status, state, null, null);
    Document sent = pending.sentData();
    boolean sideElsewhere = status == SyncStatus.APPLIED || sent == null;
    return outcome(context, pending, answer, base, sideElsewhere ? null : sent);
  }

  /** A verdict that a person must settle. */
  static Outcome conflicted(
      PushContext context,
      Pending pending,
      ConflictAnswer conflict,
      @Nullable RecordState state,
      BaseClaim base) {
    ItemAnswer answer = item(pending.draft(), SyncStatus.CONFLICT, state, conflict, null);
    return outcome(context, pending, answer, base, null);
  }

  private static ItemAnswer rejected(PushContext context, Pending pending, Rejection rejection) {
    ErrorAnswer error = ErrorAnswer.of(rejection, context.caller().correlationId());
    return item(pending.draft(), SyncStatus.REJECTED, null, null, error);
  }

  private static ItemAnswer item(
      MutationDraft draft,
      SyncStatus status,
      @Nullable RecordState state,
      @Nullable ConflictAnswer conflict,
      @Nullable ErrorAnswer error) {
    boolean checked = error == null;
    return new ItemAnswer(
        String.valueOf(draft.clientMutationId()),
        status,
        checked ? draft.space() : usable(draft.space(), SpaceId::problem),
        checked ? draft.entityType() : usable(draft.entityType(), EntityType::problem),
        checked ? draft.id() : usable(draft.id(), RecordId::problem),
        state == null ? null : state.version(),
        state == null ? null : state.updatedAt(),
        state == null ? null : state.deleted(),
        state == null ? null : state.data(),
        conflict,
        error);
  }

  /** A name that is none is not repeated: it may hold what no stored text can, of any length. */
  private static @Nullable String usable(
      @Nullable String name, Function<String, @Nullable String> problem) {
    return name == null || problem.apply(name) != null ? null : name;
  }

  private static Outcome outcome(
      PushContext context,
      Pending pending,
      ItemAnswer answer,
      @Nullable BaseClaim base,
      @Nullable Document clientData) {
    Mutation mutation =
        pending.reading() instanceof MutationReading.Valid valid ? valid.mutation() : null;
    boolean dataAsSent = answer.data() != null && answer.data().equals(pending.sentData());
    Receipt receipt =
        new Receipt(
            context.clientId(),
            new MutationId(pending.mutationId()),
            pending.fingerprint(),
            mutation == null ? null : mutation.key().space().value(),
            mutation == null ? null : mutation.key().type().value(),
            mutation == null ? null : mutation.key().id().value(),
            answer.status(),
            answer.version(),
            base,
            AnswerText.print(answer, !dataAsSent),
            dataAsSent,
            clientData == null ? null : clientData.text(),
            mutation == null ? null : mutation.sequence(),
            context.receivedAt(),
            context.receivedAt().plus(context.receiptLife()));
    return new Outcome(pending.index(), answer, receipt, false);
  }
}
