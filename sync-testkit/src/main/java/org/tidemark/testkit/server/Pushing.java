package org.tidemark.testkit.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.core.mutation.MutationReader;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.time.EffectiveTimes;
import org.tidemark.testkit.server.ModelServer.Parts;

/** Push: the rows of the push table that look at receipts and rights, then the core's. */
final class Pushing {
  private final ModelSettings settings;
  private final Tables tables;
  private final Parts parts;

  Pushing(ModelSettings settings, Tables tables, Parts parts) {
    this.settings = settings;
    this.tables = tables;
    this.parts = parts;
  }

  PushAnswer push(Caller caller, PushRequest request, Instant receivedAt)
      throws TransportException {
    List<Mutation> mutations = request.mutations();
    if (mutations.size() > settings.maxBatch()) {
      throw Refusals.batchTooLarge(mutations.size(), settings.maxBatch());
    }
    List<Pending> batch = read(request);
    if (!batch.isEmpty() && !tables.owns(caller, request.clientId())) {
      throw Refusals.clientIdTaken();
    }
    PushContext context =
        new PushContext(
            caller,
            request.clientId(),
            times(request, batch, receivedAt),
            receivedAt,
            receivedAt.plus(settings.receiptLife()));
    ItemAnswer[] answers = new ItemAnswer[mutations.size()];
    for (List<Pending> part : bySpace(context, batch, answers).values()) {
      apply(context, part, answers);
    }
    Map<MutationId, ItemAnswer> first = new HashMap<>();
    for (Pending pending : batch) {
      ItemAnswer answer = answers[pending.index()];
      if (answer == null) {
        answers[pending.index()] = first.get(pending.mutation().id());
      } else {
        first.putIfAbsent(pending.mutation().id(), answer);
      }
    }
    return new PushAnswer(List.of(answers), receivedAt);
  }

  private List<Pending> read(PushRequest request) {
    List<Pending> batch = new ArrayList<>();
    Map<RecordKey, MutationId> latest = new HashMap<>();
    Set<MutationId> ids = new HashSet<>();
    for (Mutation mutation : request.mutations()) {
      MutationDraft draft = Drafts.of(mutation);
      MutationReading reading =
          MutationReader.read(request.clientId(), draft, settings.maxDataBytes());
      MutationId previous = mutation.previous();
      if (reading instanceof MutationReading.Valid) {
        MutationId earlier = latest.get(mutation.key());
        previous = previous == null ? earlier : previous;
        if (ids.add(mutation.id())) {
          latest.put(mutation.key(), mutation.id());
        }
      }
      batch.add(new Pending(batch.size(), mutation, Fingerprint.of(draft), reading, previous));
    }
    return batch;
  }

  private EffectiveTimes times(PushRequest request, List<Pending> batch, Instant receivedAt) {
    List<Instant> raw = new ArrayList<>();
    for (Pending pending : batch) {
      if (pending.reading() instanceof MutationReading.Valid valid) {
        raw.add(valid.mutation().updatedAt());
        raw.addAll(valid.mutation().fieldTimes().values());
      }
    }
    return EffectiveTimes.of(receivedAt, request.clientTime(), settings.clockTolerance(), raw);
  }

  /** Sorts the batch by space, each mutation once; answers those that reuse an id within it. */
  private static Map<SpaceId, List<Pending>> bySpace(
      PushContext context, List<Pending> batch, ItemAnswer[] answers) {
    Map<MutationId, Pending> first = new HashMap<>();
    Map<SpaceId, List<Pending>> bySpace = new LinkedHashMap<>();
    for (Pending pending : batch) {
      Mutation mutation = pending.mutation();
      Pending earlier = first.putIfAbsent(mutation.id(), pending);
      if (earlier == null) {
        bySpace.computeIfAbsent(mutation.key().space(), s -> new ArrayList<>()).add(pending);
      } else if (!earlier.fingerprint().equals(pending.fingerprint())) {
        answers[pending.index()] =
            Answers.rejected(mutation.id(), Rejections.mutationIdReused(mutation.id()), null);
      }
    }
    return bySpace;
  }

  private void apply(PushContext context, List<Pending> part, ItemAnswer[] answers) {
    SpaceId space = part.get(0).mutation().key().space();
    boolean mayWrite = tables.has(context.caller(), space, Role.EDITOR);
    List<Pending> fresh = new ArrayList<>();
    for (Pending pending : part) {
      Receipt receipt = parts.receipts().answering(context.clientId(), pending.mutation().id());
      Rejection refused = receipt == null ? refusal(context, space, mayWrite, pending) : null;
      if (receipt != null && receipt.fingerprint().equals(pending.fingerprint())) {
        answers[pending.index()] = receipt.answer();
      } else if (receipt != null) {
        refused = Rejections.mutationIdReused(pending.mutation().id());
      } else if (refused == null) {
        fresh.add(pending);
      }
      if (refused != null) {
        answers[pending.index()] = Answers.rejected(pending.mutation().id(), refused, null);
      }
    }
    if (!fresh.isEmpty()) {
      new Batch(context, tables, parts, space).apply(fresh, answers);
    }
  }

  /** A refusal that nothing is kept of. */
  private @Nullable Rejection refusal(
      PushContext context, SpaceId space, boolean mayWrite, Pending pending) {
    if (!mayWrite) {
      return Rejections.spaceForbidden(space);
    }
    Long forgotten = parts.receipts().highestForgotten(context.clientId());
    Long sequence = pending.mutation().sequence();
    return forgotten != null && sequence != null && sequence <= forgotten
        ? Rejections.mutationExpired(forgotten)
        : null;
  }
}
