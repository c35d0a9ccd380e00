package org.tidemark.client.replica;

import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordState;

/**
 * Foretells the server's verdict on a chain, with the core and the server's policy.
 *
 * <p>It is for the screen alone: what is sent stays as it is. The device's clock and the times of
 * the server's fields, which it does not know, may make the verdict another one.
 */
public final class Previews {

  private static final ClientId ELSEWHERE = new ClientId("elsewhere");
  private static final ClientId HERE = new ClientId("here");
  private static final MutationId FORETOLD = new MutationId("preview");

  private Previews() {}

  /** The probable verdict; null where the server's side has nothing that the chain has not seen. */
  public static @Nullable Verdict of(Replica replica, MergePolicy policy) {
    LocalChain chain = replica.chain();
    ServerState server = replica.server();
    if (chain == null || server == null || seen(chain, server)) {
      return null;
    }
    Document data = chain.data();
    Mutation mutation =
        new Mutation(
            HERE,
            FORETOLD,
            data == null ? Operation.DELETE : Operation.UPSERT,
            replica.key(),
            data,
            null,
            chain.baseVersion(),
            null,
            chain.editedAt(),
            Collections.emptySortedMap(),
            null);
    Document base = chain.base();
    return Decider.decide(
        new DecisionInput(
            mutation,
            state(server),
            chain.claim(),
            base == null ? BaseState.ABSENT : new BaseState.Known(base),
            policy,
            chain.editedAt(),
            Collections.emptySortedMap(),
            chain.editedAt()));
  }

  private static boolean seen(LocalChain chain, ServerState server) {
    Integer version = chain.claim().version();
    return version != null && version >= server.version();
  }

  private static RecordState state(ServerState server) {
    Document data = server.data();
    return data == null
        ? RecordState.tombstone(server.version(), server.updatedAt(), ELSEWHERE)
        : RecordState.live(server.version(), server.updatedAt(), data, ELSEWHERE);
  }
}
