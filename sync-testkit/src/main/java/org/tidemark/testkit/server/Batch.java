package org.tidemark.testkit.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.chain.Chain;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.ModelServer.Parts;

/** Decides the mutations of one space in their order, then writes what came of them at once. */
final class Batch {
  private final PushContext context;
  private final Tables tables;
  private final Parts parts;
  private final SpaceId space;
  private final SortedMap<RecordKey, WorkingRecord> records = new TreeMap<>();
  private final List<Revision> losingSides = new ArrayList<>();

  Batch(PushContext context, Tables tables, Parts parts, SpaceId space) {
    this.context = context;
    this.tables = tables;
    this.parts = parts;
    this.space = space;
  }

  void apply(List<Pending> fresh, ItemAnswer[] answers) {
    for (Pending pending : fresh) {
      answers[pending.index()] = answer(pending);
    }
    write();
  }

  private ItemAnswer answer(Pending pending) {
    MutationId id = pending.mutation().id();
    if (pending.reading() instanceof MutationReading.Invalid invalid) {
      return keep(pending, Answers.rejected(id, invalid.rejection(), null), null, null);
    }
    Mutation mutation = pending.mutation();
    WorkingRecord record = record(mutation.key());
    MutationId previous = pending.previous();
    Receipt named = previous == null ? null : parts.receipts().named(context.clientId(), previous);
    BaseClaim claim =
        Chain.claim(mutation, named == null ? null : named.outcomeFor(mutation.key()));
    MergePolicy policy = parts.policies().policyFor(mutation.key());
    Document data = mutation.data();
    if (data != null && data.utf8Length() > policy.maxBytes()) {
      Rejection large = Rejections.dataTooLarge("/data", data.utf8Length(), policy.maxBytes());
      return keep(pending, Answers.rejected(id, large, null), claim, null);
    }
    DecisionInput input =
        new DecisionInput(
            mutation,
            record.current(),
            claim,
            base(record, claim),
            policy,
            context.times().at(mutation.updatedAt()),
            effectiveFieldTimes(mutation),
            context.receivedAt());
    return act(pending, record, input, parts.decisions().decide(input));
  }

  private ItemAnswer act(
      Pending pending, WorkingRecord record, DecisionInput input, Verdict verdict) {
    return verdict.match(
        applied -> {
          RecordState next = applied.record();
          if (applied.changed() && next != null) {
            record.advance(written(pending.mutation(), next));
          }
          record.settle(context.caller().user(), context.receivedAt());
          return settled(pending, input, SyncStatus.APPLIED, next, null);
        },
        merged -> {
          if (merged.changed()) {
            record.advance(written(pending.mutation(), merged.record()));
          }
          record.settle(context.caller().user(), context.receivedAt());
          keepLosingSide(input, merged.record().version());
          Document side = pending.mutation().data();
          return settled(pending, input, SyncStatus.MERGED, merged.record(), side);
        },
        serverWins -> {
          keepLosingSide(input, serverWins.record().version());
          Document side = pending.mutation().data();
          return settled(pending, input, SyncStatus.SERVER_WINS, serverWins.record(), side);
        },
        conflicted -> open(pending, record, input, conflicted.conflict()),
        rejected ->
            keep(
                pending,
                Answers.rejected(pending.mutation().id(), rejected.rejection(), null),
                input.claim(),
                null));
  }

  private ItemAnswer settled(
      Pending pending,
      DecisionInput input,
      SyncStatus status,
      @Nullable RecordState state,
      @Nullable Document side) {
    ItemAnswer answer = Answers.settled(pending.mutation().id(), status, state);
    return keep(pending, answer, input.claim(), side);
  }

  /** A conflict that takes the place of an open one keeps the base of the first. */
  private ItemAnswer open(
      Pending pending, WorkingRecord record, DecisionInput input, Conflict conflict) {
    DecisionInput inputs = input;
    Conflict shown = conflict;
    DecisionInput first = record.openInputs();
    if (first != null) {
      DecisionInput fromFirst = withBaseOf(input, first);
      if (parts.decisions().decide(fromFirst) instanceof Verdict.Conflicted again) {
        inputs = fromFirst;
        shown = again.conflict();
      }
    }
    String id = parts.conflictIds().get();
    record.open(
        new StoredConflict(
            id, record.key, context.clientId(), shown, inputs, context.receivedAt(), null),
        context.caller().user());
    ItemAnswer answer =
        Answers.conflicted(
            pending.mutation().id(), new ConflictAnswer(id, shown), record.current());
    return keep(pending, answer, input.claim(), null);
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

  private ItemAnswer keep(
      Pending pending, ItemAnswer answer, @Nullable BaseClaim base, @Nullable Document side) {
    Mutation mutation = pending.mutation();
    parts
        .receipts()
        .keep(
            new Receipt(
                context.clientId(),
                mutation.id(),
                pending.fingerprint(),
                mutation.key(),
                answer,
                base,
                side,
                mutation.sequence(),
                context.expiresAt()));
    return answer;
  }

  private BaseState base(WorkingRecord record, BaseClaim claim) {
    if (claim.ref() instanceof BaseRef.Version named) {
      RecordState state = record.version(named.version());
      return state == null ? tables.base(record.key, named.version()) : Tables.base(state);
    }
    if (claim.ref() instanceof BaseRef.ClientData named) {
      Receipt receipt = parts.receipts().named(context.clientId(), named.of());
      if (receipt == null) {
        return BaseState.UNKNOWN;
      }
      Document side = receipt.side();
      return side == null ? BaseState.ABSENT : new BaseState.Known(side);
    }
    return BaseState.ABSENT;
  }

  private void keepLosingSide(DecisionInput input, int version) {
    Mutation mutation = input.mutation();
    Document data = mutation.data();
    Instant at = input.effectiveAt();
    RecordState side =
        new RecordState(
            version,
            at,
            data == null,
            data,
            FieldTimes.uniform(at).stamp(input.effectiveFieldTimes()),
            mutation.clientId());
    losingSides.add(new Revision(written(mutation, side), true));
  }

  private SortedMap<String, Instant> effectiveFieldTimes(Mutation mutation) {
    SortedMap<String, Instant> effective = new TreeMap<>();
    mutation.fieldTimes().forEach((field, raw) -> effective.put(field, context.times().at(raw)));
    return effective;
  }

  private Written written(Mutation mutation, RecordState state) {
    return new Written(
        mutation.key(),
        state,
        new Writer(
            context.caller().user(), context.clientId(), mutation.id(), context.receivedAt()));
  }

  private WorkingRecord record(RecordKey key) {
    return records.computeIfAbsent(
        key,
        none -> {
          String open = tables.openConflict(key, context.clientId());
          return new WorkingRecord(
              key, tables.records.get(key), open == null ? null : tables.conflict(open));
        });
  }

  /**
   * Records take their numbers first, changed ones before new ones, then the conflicts that end: as
   * the real feed has it.
   */
  private void write() {
    losingSides.forEach(tables::keep);
    records.values().stream().filter(record -> !record.isNew()).forEach(this::write);
    records.values().stream().filter(WorkingRecord::isNew).forEach(this::write);
    for (WorkingRecord record : records.values()) {
      StoredConflict superseded = record.superseded();
      if (superseded != null) {
        tables.close(superseded.id(), end(record.versionThen()));
      }
    }
    for (WorkingRecord record : records.values()) {
      for (StoredConflict conflict : record.conflicts()) {
        StoredConflict.Closed closed = conflict.closed();
        tables.open(conflict);
        if (closed != null) {
          tables.close(conflict.id(), end(closed.version()));
        }
      }
    }
  }

  private void write(WorkingRecord record) {
    List<Written> states = record.written();
    for (int i = 0; i < states.size(); i++) {
      if (i < states.size() - 1) {
        tables.keep(new Revision(states.get(i), false));
      } else {
        tables.write(states.get(i));
      }
    }
  }

  private StoredConflict.Closed end(int version) {
    return new StoredConflict.Closed(
        null, version, context.caller().user(), context.receivedAt(), ++tables.space(space).head);
  }
}
