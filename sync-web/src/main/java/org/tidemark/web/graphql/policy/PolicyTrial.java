package org.tidemark.web.graphql.policy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.server.policy.boundary.PolicyTrialAnswer;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.web.graphql.sync.ConflictPayload;

/** What a policy would have decided. */
@Type("PolicyTrial")
public record PolicyTrial(
    @NonNull SyncStatus status,
    @Description("The state of the record afterwards; null where it would be deleted.")
        @Nullable Document outcome,
    @Description("Its conflictId is that of no conflict.") @Nullable ConflictPayload conflict,
    @Description("The rule that fired, in words.") @NonNull String explanation) {
  static PolicyTrial of(PolicyTrialAnswer answer) {
    Conflict conflict = answer.conflict();
    return new PolicyTrial(
        answer.status(),
        answer.outcome(),
        conflict == null ? null : ConflictPayload.of(new ConflictAnswer("trial", conflict)),
        answer.why().english());
  }
}
