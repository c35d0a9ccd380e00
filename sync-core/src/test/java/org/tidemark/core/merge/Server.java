package org.tidemark.core.merge;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.chain.Chain;
import org.tidemark.core.chain.PriorOutcome;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.Given;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordState;

/** A server of one record in memory: keeps revisions and receipts, and asks the core. */
final class Server {

  private final MergePolicy policy;
  private final Map<Integer, RecordState> revisions = new HashMap<>();
  private final Map<MutationId, PriorOutcome> receipts = new HashMap<>();
  private final Map<MutationId, Document> sent = new HashMap<>();
  private final Map<MutationId, Verdict> answers = new HashMap<>();
  private @Nullable RecordState state;

  Server(MergePolicy policy) {
    this.policy = policy;
  }

  /** An edit: who, under which id, of which data, from where, when. */
  record Edit(
      ClientId client,
      String id,
      @Nullable JsonObject data,
      @Nullable Integer baseVersion,
      @Nullable String previous,
      Instant at,
      SortedMap<String, Instant> fieldTimes) {

    static Edit of(
        String name, @Nullable JsonObject data, @Nullable Integer baseVersion, long millis) {
      return new Edit(
          new ClientId(name), name, data, baseVersion, null, Given.at(millis), new TreeMap<>());
    }

    Edit fieldTime(String pointer, long millis) {
      TreeMap<String, Instant> times = new TreeMap<>(fieldTimes);
      times.put(pointer, Given.at(millis));
      return new Edit(client, id, data, baseVersion, previous, at, times);
    }
  }

  @Nullable RecordState state() {
    return state;
  }

  JsonObject data() {
    RecordState now = state;
    Document data = now == null ? null : now.data();
    return data == null ? JsonObject.EMPTY : data.json();
  }

  Verdict push(Edit edit) {
    MutationId id = new MutationId(edit.id());
    Verdict answered = answers.get(id);
    if (answered != null) {
      return answered;
    }
    Mutation mutation =
        new Mutation(
            edit.client(),
            id,
            edit.data() == null ? Operation.DELETE : Operation.UPSERT,
            Given.KEY,
            edit.data() == null ? null : Document.of(edit.data()),
            null,
            edit.baseVersion(),
            edit.previous() == null ? null : new MutationId(edit.previous()),
            edit.at(),
            edit.fieldTimes(),
            null);
    MutationId previous = mutation.previous();
    BaseClaim claim = Chain.claim(mutation, previous == null ? null : receipts.get(previous));
    DecisionInput input =
        new DecisionInput(
            mutation,
            state,
            claim,
            base(claim),
            policy,
            edit.at(),
            edit.fieldTimes(),
            Given.at(1_000_000));
    Verdict verdict = Decider.decide(input);
    keep(mutation, claim, verdict);
    return verdict;
  }

  private BaseState base(BaseClaim claim) {
    if (claim.ref() instanceof BaseRef.Version named) {
      RecordState revision = revisions.get(named.version());
      if (revision == null) {
        return BaseState.UNKNOWN;
      }
      Document data = revision.data();
      return data == null ? BaseState.ABSENT : new BaseState.Known(data, revision.fieldTimes());
    }
    if (claim.ref() instanceof BaseRef.ClientData named) {
      Document data = sent.get(named.of());
      return data == null ? BaseState.ABSENT : new BaseState.Known(data);
    }
    return BaseState.ABSENT;
  }

  private void keep(Mutation mutation, BaseClaim claim, Verdict verdict) {
    RecordState next =
        verdict.match(
            applied -> applied.record(),
            merged -> merged.record(),
            serverWins -> serverWins.record(),
            conflicted -> conflicted.record(),
            rejected -> state);
    state = next;
    Integer version = next == null ? null : next.version();
    if (next != null) {
      revisions.put(next.version(), next);
    }
    Document data = mutation.data();
    if (data != null) {
      sent.put(mutation.id(), data);
    }
    receipts.put(mutation.id(), new PriorOutcome(mutation.id(), verdict.status(), version, claim));
    answers.put(mutation.id(), verdict);
  }

  /** A server whose record was created with this data, at version 1. */
  static Server with(MergePolicy policy, JsonObject data) {
    Server server = new Server(policy);
    server.push(
        new Edit(
            new ClientId("creator"),
            "creation",
            data,
            null,
            null,
            Given.at(0),
            Collections.emptySortedMap()));
    return server;
  }
}
