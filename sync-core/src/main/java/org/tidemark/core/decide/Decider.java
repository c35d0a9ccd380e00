package org.tidemark.core.decide;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.merge.Accumulation;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordState;

/**
 * The verdict on one mutation: the rows of the push table that need no look at receipts or rights.
 *
 * <p>The first row that fits counts. A direct successor (row 6) is applied whatever the clocks say:
 * nothing has diverged, so a slow clock must not lose an edit. Only what has diverged (row 9) is
 * decided by the merge policy. On the rows before that the server's data is compared by its text
 * and not parsed, unless the policy keeps field times.
 */
public final class Decider {

  private Decider() {}

  public static Verdict decide(DecisionInput input) {
    RecordState server = input.server();
    if (server == null) {
      return neverExisted(input);
    }
    Mutation mutation = input.mutation();
    if (isSuccessor(input.claim(), server)) {
      return new Verdict.Applied(NextState.successor(input, server), true, Words.SUCCESSOR);
    }
    Explanation repeat = repeat(mutation, server, input.claim(), input.policy());
    if (repeat != null) {
      return new Verdict.Applied(server, false, repeat);
    }
    Integer claimed = input.claim().version();
    if (claimed != null && claimed > server.version()) {
      Explanation why = Words.ahead(claimed, server.version());
      return Diverged.conflict(ConflictType.VERSION, input, server, why);
    }
    return Diverged.decide(input, server);
  }

  private static Verdict neverExisted(DecisionInput input) {
    Document data = input.mutation().data();
    if (data == null) {
      return new Verdict.Applied(null, false, Words.NEVER_WAS);
    }
    if (input.claim().ref() instanceof BaseRef.None) {
      return new Verdict.Applied(NextState.created(input, data), true, Words.CREATED);
    }
    return new Verdict.Rejected(Rejections.recordUnknown(input.mutation().key()), Words.UNKNOWN);
  }

  /**
   * Whether the base must be loaded for this decision.
   *
   * @param effectiveAt the mutation's time, corrected
   */
  public static boolean needsBase(
      Mutation mutation,
      @Nullable RecordState server,
      BaseClaim claim,
      MergePolicy policy,
      Instant effectiveAt) {
    if (server == null || claim.ref() instanceof BaseRef.None || isSuccessor(claim, server)) {
      return false;
    }
    Integer claimed = claim.version();
    if (claimed != null && claimed > server.version()) {
      return false;
    }
    if (repeat(mutation, server, claim, policy) != null) {
      return false;
    }
    return Diverged.needsBase(mutation, server, policy, effectiveAt);
  }

  private static boolean isSuccessor(BaseClaim claim, RecordState server) {
    Integer claimed = claim.version();
    return claim.direct() && claimed != null && claimed == server.version();
  }

  /** Why the mutation is the same write again, or null when it is not. */
  private static @Nullable Explanation repeat(
      Mutation mutation, RecordState server, BaseClaim claim, MergePolicy policy) {
    if (!NextState.sameContent(server, mutation.data())) {
      return null;
    }
    ClientId writer = mutation.clientId();
    if (server.lastWriter().equals(writer) && !continues(mutation, claim, policy)) {
      return Words.REPEATED_BY_CLIENT;
    }
    if (claim.ref() instanceof BaseRef.None && !accumulates(mutation, policy)) {
      return Words.CREATED_ALIKE;
    }
    return null;
  }

  /**
   * Whether the mutation follows one whose answer is still known, and adds to it.
   *
   * <p>Then it is no repeat: its own answer would be known as well. A merge may have brought the
   * server by chance to the very number that the next edit names, and that edit still counts.
   */
  private static boolean continues(Mutation mutation, BaseClaim claim, MergePolicy policy) {
    return claim.ref() instanceof BaseRef.ClientData && accumulates(mutation, policy);
  }

  private static boolean accumulates(Mutation mutation, MergePolicy policy) {
    Document data = mutation.data();
    if (data == null || policy.strategy() != MergeStrategy.SERVER_MERGE) {
      return false;
    }
    return Accumulation.involves(policy, JsonObject.EMPTY, data.json());
  }
}
