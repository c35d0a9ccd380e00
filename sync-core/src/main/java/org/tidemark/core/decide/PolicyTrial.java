package org.tidemark.core.decide;

import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;

/** Tells what a policy would decide for two sides that have diverged, by the decider itself. */
public final class PolicyTrial {

  private static final int BASE_VERSION = 1;

  private PolicyTrial() {}

  /**
   * Decides on a trial.
   *
   * @param base what both sides grew from; absent for two creations
   * @param server null for deleted
   * @param client null for deleted
   */
  public static Verdict decide(
      MergePolicy policy,
      BaseState base,
      @Nullable JsonObject server,
      @Nullable JsonObject client,
      Instant serverTime,
      Instant clientTime) {
    Integer baseVersion = base instanceof BaseState.Absent ? null : BASE_VERSION;
    Document data = client == null ? null : Document.of(client);
    Mutation mutation =
        new Mutation(
            new ClientId("trial-client"),
            new MutationId("trial"),
            data == null ? Operation.DELETE : Operation.UPSERT,
            new RecordKey(new SpaceId("trial"), policy.type(), new RecordId("trial")),
            data,
            null,
            baseVersion,
            null,
            clientTime,
            Collections.emptySortedMap(),
            null);
    RecordState state =
        new RecordState(
            BASE_VERSION + 1,
            serverTime,
            server == null,
            server == null ? null : Document.of(server),
            FieldTimes.uniform(serverTime),
            new ClientId("trial-server"));
    return Decider.decide(
        new DecisionInput(
            mutation,
            state,
            BaseClaim.of(baseVersion),
            base,
            policy,
            clientTime,
            Collections.emptySortedMap(),
            clientTime));
  }
}
