package org.tidemark.server.push.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.Chain;
import org.tidemark.core.chain.PriorOutcome;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.server.conflict.control.NewConflict;
import org.tidemark.server.conflict.control.OpenConflict;
import org.tidemark.server.policy.control.PolicyBook;
import org.tidemark.server.policy.control.ValidatedPolicy;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.control.Receipt;
import org.tidemark.server.record.control.RevisionStore.Kept;
import org.tidemark.server.record.control.Writer;
import org.tidemark.server.record.control.WrittenState;
import org.tidemark.server.settings.ServerSettings;

/**
 * Decides the mutations of one space in their order, in memory: each sees what the ones before it
 * have done.
 */
final class Batch {
  private final PushContext context;
  private final ServerSettings settings;
  private final PolicyBook policies;
  private final Map<String, Receipt> receipts;
  private final Map<RecordKey, WorkingRecord> records;
  private final Map<String, DecisionInput> openInputs = new HashMap<>();
  private final BaseFinder bases = new BaseFinder();
  private final List<Kept> losingSides = new ArrayList<>();

  Batch(
      PushContext context,
      ServerSettings settings,
      PolicyBook policies,
      Map<String, Receipt> receipts,
      Map<RecordKey, WorkingRecord> records,
      Map<String, OpenConflict> open) {
    this.context = context;
    this.settings = settings;
    this.policies = policies;
    this.receipts = new HashMap<>(receipts);
    this.records = records;
    open.forEach((id, conflict) -> openInputs.put(id, conflict.inputs()));
  }

  BaseFinder bases() {
    return bases;
  }

  List<Kept> losingSides() {
    return losingSides;
  }

  List<WorkingRecord> recordsInOrder() {
    return new ArrayList<>(new TreeMap<>(records).values());
  }

  /** Notes what the decision will need besides the record as it was found. */
  void wantBase(Pending pending) {
    if (pending.reading() instanceof MutationReading.Valid valid) {
      Mutation mutation = valid.mutation();
      WorkingRecord record = record(mutation);
      BaseClaim claim = Chain.claim(mutation, priorOutcome(pending, mutation));
      MergePolicy policy = policies.policyFor(mutation.key().type(), mutation.key().space());
      if (Decider.needsBase(
          mutation, record.current(), claim, policy, context.times().at(mutation.updatedAt()))) {
        bases.want(record, claim);
      }
    }
  }

  Outcome decide(Pending pending) {
    Outcome outcome = answer(pending);
    if (outcome.receipt() != null) {
      receipts.put(outcome.receipt().mutationId().value(), outcome.receipt());
    }
    return outcome;
  }

  private Outcome answer(Pending pending) {
    if (pending.reading() instanceof MutationReading.Invalid invalid) {
      return Answers.rejected(context, pending, invalid.rejection(), null);
    }
    Mutation mutation = ((MutationReading.Valid) pending.reading()).mutation();
    WorkingRecord record = record(mutation);
    BaseClaim claim = Chain.claim(mutation, priorOutcome(pending, mutation));
    ValidatedPolicy found = policies.find(mutation.key().type(), mutation.key().space());
    Rejection refused = refusal(mutation, found);
    if (refused != null) {
      return Answers.rejected(context, pending, refused, claim);
    }
    MergePolicy policy =
        found == null ? MergePolicy.defaultFor(mutation.key().type()) : found.policy();
    DecisionInput input =
        new DecisionInput(
            mutation,
            record.current(),
            claim,
            bases.find(record, claim),
            policy,
            context.times().at(mutation.updatedAt()),
            effectiveFieldTimes(mutation),
            context.receivedAt());
    return apply(pending, record, input, Decider.decide(input));
  }

  private Outcome apply(
      Pending pending, WorkingRecord record, DecisionInput input, Verdict verdict) {
    Mutation mutation = input.mutation();
    if (verdict instanceof Verdict.Applied applied) {
      if (applied.changed() && applied.record() != null) {
        record.advance(written(mutation, applied.record()));
      }
      record.goPast();
      return settled(pending, SyncStatus.APPLIED, applied.record(), input);
    }
    if (verdict instanceof Verdict.Merged merged) {
      if (merged.changed()) {
        record.advance(written(mutation, merged.record()));
      }
      record.goPast();
      keepLosingSide(input, merged.record().version());
      return settled(pending, SyncStatus.MERGED, merged.record(), input);
    }
    if (verdict instanceof Verdict.ServerWins serverWins) {
      keepLosingSide(input, serverWins.record().version());
      return settled(pending, SyncStatus.SERVER_WINS, serverWins.record(), input);
    }
    if (verdict instanceof Verdict.Conflicted conflicted) {
      return open(pending, record, input, conflicted.conflict());
    }
    Rejection rejection = ((Verdict.Rejected) verdict).rejection();
    return Answers.rejected(context, pending, rejection, input.claim());
  }

  private Outcome settled(
      Pending pending, SyncStatus status, @Nullable RecordState state, DecisionInput input) {
    return Answers.settled(context, pending, status, state, input.claim());
  }

  /** A conflict that takes the place of an open one keeps the base of the first. */
  private Outcome open(
      Pending pending, WorkingRecord record, DecisionInput input, Conflict conflict) {
    DecisionInput inputs = input;
    Conflict shown = conflict;
    DecisionInput first =
        record.openConflict() == null ? null : openInputs.get(record.openConflict());
    if (first != null && record.isReopened()) {
      // Its side may be unknown to the author by now, so nothing else would show it.
      RecordState now = record.current();
      keepLosingSide(first, now == null ? 1 : now.version());
    }
    if (first != null) {
      DecisionInput fromFirst = withBaseOf(input, first);
      if (Decider.decide(fromFirst) instanceof Verdict.Conflicted again) {
        inputs = fromFirst;
        shown = again.conflict();
      }
    }
    String conflictId = UUID.randomUUID().toString();
    openInputs.put(conflictId, inputs);
    record.open(
        new NewConflict(
            conflictId,
            record.key(),
            writer(input.mutation()),
            shown,
            inputs.toJson().canonicalText(),
            context.receivedAt(),
            false,
            null));
    ConflictAnswer answer = new ConflictAnswer(conflictId, shown);
    return Answers.conflicted(context, pending, answer, record.current(), input.claim());
  }

  private static DecisionInput withBaseOf(DecisionInput input, DecisionInput first) {
    return new DecisionInput(
        input.mutation(),
        input.server(),
        first.claim(),
        first.base(),
        input.policy(),
        input.effectiveAt(),
        input.effectiveFieldTimes(),
        input.receivedAt());
  }

  private @Nullable Rejection refusal(Mutation mutation, @Nullable ValidatedPolicy policy) {
    if (policy == null) {
      return settings.closedTypes() ? Rejections.unknownEntityType(mutation.key().type()) : null;
    }
    Document data = mutation.data();
    if (data == null) {
      return null;
    }
    int limitBytes = policy.policy().maxBytes();
    if (data.text().length() > limitBytes / 3 && data.utf8Length() > limitBytes) {
      return Rejections.dataTooLarge("/data", data.utf8Length(), limitBytes);
    }
    if (policy.schema() != null) {
      List<FieldProblem> problems = policy.schema().check(data);
      if (!problems.isEmpty()) {
        return Rejections.schemaViolation(problems);
      }
    }
    return null;
  }

  private void keepLosingSide(DecisionInput input, int version) {
    Mutation mutation = input.mutation();
    Document data = mutation.data();
    RecordState side =
        new RecordState(
            version,
            input.effectiveAt(),
            data == null,
            data,
            FieldTimes.uniform(input.effectiveAt()).stamp(input.effectiveFieldTimes()),
            mutation.clientId());
    losingSides.add(new Kept(written(mutation, side), true));
    bases.remember(mutation.id(), data == null ? null : data.text());
  }

  private SortedMap<String, Instant> effectiveFieldTimes(Mutation mutation) {
    SortedMap<String, Instant> effective = new TreeMap<>();
    mutation.fieldTimes().forEach((field, raw) -> effective.put(field, context.times().at(raw)));
    return effective;
  }

  private @Nullable PriorOutcome priorOutcome(Pending pending, Mutation mutation) {
    MutationId previous = pending.previous();
    Receipt receipt = previous == null ? null : receipts.get(previous.value());
    if (receipt == null) {
      return null;
    }
    RecordKey key = mutation.key();
    boolean sameRecord =
        receipt.concerns(key.space().value(), key.type().value(), key.id().value());
    return sameRecord ? receipt.outcome() : null;
  }

  private WorkingRecord record(Mutation mutation) {
    WorkingRecord record = records.get(mutation.key());
    if (record == null) {
      throw new IllegalStateException("a record of the batch was not loaded");
    }
    return record;
  }

  private WrittenState written(Mutation mutation, RecordState state) {
    return new WrittenState(mutation.key(), state, writer(mutation));
  }

  private Writer writer(Mutation mutation) {
    return new Writer(
        context.caller().user(), context.clientId(), mutation.id(), context.receivedAt());
  }
}
