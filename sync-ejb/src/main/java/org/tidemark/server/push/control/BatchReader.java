package org.tidemark.server.push.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.core.mutation.MutationReader;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.time.EffectiveTimes;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.settings.ServerSettings;

/** Reads the mutations of a batch, corrects their times together, and sorts them by space. */
@ApplicationScoped
public class BatchReader {
  @Inject private ServerSettings settings;

  public ReadBatch read(
      Caller caller,
      String clientIdText,
      @Nullable Instant clientTime,
      List<MutationDraft> drafts,
      Instant receivedAt) {
    ClientId clientId = new ClientId(clientIdText);
    SpaceId personal = SpaceId.personal(caller.user());
    List<Pending> readable = new ArrayList<>();
    List<Pending> withoutId = new ArrayList<>();
    List<Instant> rawTimes = new ArrayList<>();
    Map<RecordKey, MutationId> latest = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (int index = 0; index < drafts.size(); index++) {
      MutationDraft draft = drafts.get(index);
      MutationDraft filled = draft.space() == null ? draft.withSpace(personal) : draft;
      MutationReading reading = MutationReader.read(clientId, filled, settings.maxDataBytes());
      MutationId previous = null;
      if (reading instanceof MutationReading.Valid valid) {
        Mutation mutation = valid.mutation();
        rawTimes.add(mutation.updatedAt());
        rawTimes.addAll(mutation.fieldTimes().values());
        MutationId earlier = latest.get(mutation.key());
        previous = mutation.previous() == null ? earlier : mutation.previous();
        // A copy of an earlier one is no edit of its own, which a later one could build on.
        if (ids.add(mutation.id().value())) {
          latest.put(mutation.key(), mutation.id());
        }
      }
      String id = filled.clientMutationId();
      boolean usableId = id != null && MutationId.problem(id) == null;
      (usableId ? readable : withoutId)
          .add(new Pending(index, filled, Fingerprint.of(filled), reading, previous));
    }
    EffectiveTimes times =
        EffectiveTimes.of(receivedAt, clientTime, settings.clockTolerance(), rawTimes);
    PushContext context =
        new PushContext(caller, clientId, times, receivedAt, settings.receiptLife());
    return sort(context, readable, withoutId, personal);
  }

  private static ReadBatch sort(
      PushContext context, List<Pending> readable, List<Pending> withoutId, SpaceId personal) {
    List<Outcome> refused = new ArrayList<>();
    for (Pending pending : withoutId) {
      refused.add(Answers.withoutReceipt(context, pending, Rejections.invalid(problems(pending))));
    }
    Map<String, Pending> first = new HashMap<>();
    Map<Integer, Integer> copies = new HashMap<>();
    Map<SpaceId, List<Pending>> bySpace = new LinkedHashMap<>();
    for (Pending pending : readable) {
      Pending earlier = first.putIfAbsent(pending.mutationId(), pending);
      if (earlier == null) {
        bySpace.computeIfAbsent(space(pending, personal), s -> new ArrayList<>()).add(pending);
      } else if (earlier.fingerprint().equals(pending.fingerprint())) {
        copies.put(pending.index(), earlier.index());
      } else {
        refused.add(
            Answers.withoutReceipt(
                context, pending, Rejections.mutationIdReused(pending.checkedId())));
      }
    }
    List<SpacePart> parts = new ArrayList<>();
    bySpace.forEach((space, mutations) -> parts.add(new SpacePart(space, mutations)));
    return new ReadBatch(context, refused, parts, copies);
  }

  private static List<FieldProblem> problems(Pending pending) {
    return pending.reading() instanceof MutationReading.Invalid invalid
        ? invalid.rejection().fields()
        : List.of();
  }

  /** A mutation whose space has no valid name is refused wherever it stands: at home, then. */
  private static SpaceId space(Pending pending, SpaceId personal) {
    String space = pending.draft().space();
    return space == null || SpaceId.problem(space) != null ? personal : new SpaceId(space);
  }
}
