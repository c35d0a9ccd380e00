package org.tidemark.testkit.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.core.resolve.ResolveOutcome;
import org.tidemark.core.resolve.Resolver;
import org.tidemark.core.time.EffectiveTimes;
import org.tidemark.testkit.server.ModelServer.Parts;

/** Carries out a person's decision on a conflict: a mutation like any other. */
final class Resolving {
  private final ModelSettings settings;
  private final Tables tables;
  private final Parts parts;

  Resolving(ModelSettings settings, Tables tables, Parts parts) {
    this.settings = settings;
    this.tables = tables;
    this.parts = parts;
  }

  ItemAnswer resolve(Caller caller, ResolveRequest request, Instant receivedAt)
      throws TransportException {
    check(request);
    if (!tables.owns(caller, request.clientId())) {
      throw Refusals.clientIdTaken();
    }
    MutationId id = request.mutationId();
    Receipt receipt = parts.receipts().answering(request.clientId(), id);
    if (receipt != null) {
      return receipt.fingerprint().equals(Drafts.fingerprint(request))
          ? receipt.answer()
          : Answers.rejected(id, Rejections.mutationIdReused(id), null);
    }
    Long forgotten = parts.receipts().highestForgotten(request.clientId());
    if (forgotten != null && request.sequence() <= forgotten) {
      return Answers.rejected(id, Rejections.mutationExpired(forgotten), null);
    }
    StoredConflict conflict = tables.conflicts.get(request.conflictId());
    if (conflict == null || !mayRead(caller, conflict.key())) {
      return Answers.rejected(id, Rejections.conflictUnknown(), null);
    }
    if (!caller.administrator() && !tables.has(caller, conflict.key().space(), Role.EDITOR)) {
      return Answers.rejected(id, Rejections.spaceForbidden(conflict.key().space()), null);
    }
    StoredRecord record = tables.records.get(conflict.key());
    if (record == null) {
      throw new IllegalStateException("a conflict's record is gone");
    }
    ItemAnswer answer =
        conflict.isOpen()
            ? decide(caller, request, receivedAt, conflict, record.state())
            : closed(id, conflict, record.state());
    keep(request, receivedAt, conflict, answer);
    return answer;
  }

  private static void check(ResolveRequest request) throws TransportException {
    if (request.serverVersion() < 1) {
      throw Refusals.invalid("/serverVersion", "must be at least 1");
    }
    boolean merges = request.resolution() == Resolution.MERGE;
    if (merges && request.data() == null) {
      throw Refusals.invalid("/data", "must be an object: the whole record as it shall be");
    }
    if (!merges && request.data() != null) {
      throw Refusals.invalid("/data", "is for MERGE only");
    }
  }

  private boolean mayRead(Caller caller, RecordKey key) {
    return caller.administrator() || tables.has(caller, key.space(), Role.VIEWER);
  }

  private ItemAnswer closed(MutationId id, StoredConflict conflict, RecordState state) {
    StoredConflict.Closed end = conflict.closed();
    String successor = tables.openConflict(conflict.key(), conflict.clientId());
    if (end != null && end.resolution() == null && successor != null) {
      StoredConflict open = tables.conflict(successor);
      return Answers.conflicted(id, new ConflictAnswer(open.id(), open.conflict()), state);
    }
    return Answers.rejected(id, Rejections.conflictClosed(), state);
  }

  private ItemAnswer decide(
      Caller caller,
      ResolveRequest request,
      Instant receivedAt,
      StoredConflict conflict,
      RecordState current) {
    MutationId id = request.mutationId();
    Document data = request.data();
    Rejection large = tooLarge(conflict.key(), data);
    if (large != null) {
      return Answers.rejected(id, large, null);
    }
    EffectiveTimes times =
        EffectiveTimes.of(
            receivedAt, null, settings.clockTolerance(), List.of(request.updatedAt()));
    ResolveOutcome outcome =
        Resolver.resolve(
            new org.tidemark.core.resolve.ResolveRequest(
                request.resolution(), data == null ? null : data.json(), request.serverVersion()),
            conflict.conflict(),
            conflict.inputs(),
            current,
            request.clientId(),
            times.at(request.updatedAt()));
    if (outcome instanceof ResolveOutcome.MovedOn movedOn) {
      return Answers.conflicted(id, new ConflictAnswer(conflict.id(), movedOn.fresh()), current);
    }
    if (outcome instanceof ResolveOutcome.Rejected rejected) {
      return Answers.rejected(id, rejected.rejection(), current);
    }
    RecordState next = current;
    if (outcome instanceof ResolveOutcome.Written written) {
      next = written.next();
      Writer writer = new Writer(caller.user(), request.clientId(), id, receivedAt);
      tables.write(new Written(conflict.key(), next, writer));
    }
    long seq = ++tables.space(conflict.key().space()).head;
    tables.close(
        conflict.id(),
        new StoredConflict.Closed(
            request.resolution(), next.version(), caller.user(), receivedAt, seq));
    return Answers.settled(id, SyncStatus.APPLIED, next);
  }

  private @Nullable Rejection tooLarge(RecordKey key, @Nullable Document data) {
    if (data == null) {
      return null;
    }
    MergePolicy policy = parts.policies().policyFor(key);
    int limitBytes = Math.min(settings.maxDataBytes(), policy.maxBytes());
    return data.utf8Length() > limitBytes
        ? Rejections.dataTooLarge("/data", data.utf8Length(), limitBytes)
        : null;
  }

  private void keep(
      ResolveRequest request, Instant receivedAt, StoredConflict conflict, ItemAnswer answer) {
    Fingerprint fingerprint = Drafts.fingerprint(request);
    parts
        .receipts()
        .keep(
            new Receipt(
                request.clientId(),
                request.mutationId(),
                fingerprint,
                conflict.key(),
                answer,
                BaseClaim.of(request.serverVersion()),
                null,
                request.sequence(),
                receivedAt.plus(settings.receiptLife())));
  }
}
