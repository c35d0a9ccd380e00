package org.tidemark.server.policy.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.decide.PolicyTrial;
import org.tidemark.core.decide.Reason;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.sentence.Sentence;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.policy.boundary.PolicyTrialAnswer;
import org.tidemark.server.policy.boundary.PolicyTrialRequest;

/** Tells what a policy would decide, by the same core that decides in earnest. */
@ApplicationScoped
public class PolicyTrials {
  /**
   * What the policy would decide.
   *
   * @param language that what is wrong with a field is said in, where it is known
   */
  public PolicyTrialAnswer decide(PolicyTrialRequest request, Locale language) {
    MergePolicy policy = PolicyCheck.policy(request.policy());
    ValidatedPolicy validated = ValidatedPolicy.of(policy);
    if (validated.schema() != null && request.client() != null) {
      List<FieldProblem> problems =
          validated.schema().check(Document.of(request.client()), language);
      if (!problems.isEmpty()) {
        throw Failures.validation(
            "SCHEMA_VIOLATION", "The client's data would be refused: see fields.", problems);
      }
    }
    Verdict verdict =
        PolicyTrial.decide(
            policy,
            request.base() == null
                ? BaseState.UNKNOWN
                : new BaseState.Known(Document.of(request.base())),
            request.server(),
            request.client(),
            request.serverTime(),
            request.clientTime());
    return answer(verdict);
  }

  /** What the policy would decide from what another one decided from. */
  PolicyTrialAnswer replay(ValidatedPolicy validated, DecisionInput input, Locale language) {
    Document data = input.mutation().data();
    if (validated.schema() != null && data != null) {
      List<FieldProblem> problems = validated.schema().check(data, language);
      if (!problems.isEmpty()) {
        FieldProblem first = problems.get(0);
        Sentence why = Sentence.of(Reason.DATA_REFUSED, first.path(), first.message());
        return new PolicyTrialAnswer(SyncStatus.REJECTED, null, null, why);
      }
    }
    return answer(
        Decider.decide(
            new DecisionInput(
                input.mutation(),
                input.server(),
                input.claim(),
                input.base(),
                validated.policy(),
                input.effectiveAt(),
                input.effectiveFieldTimes(),
                input.receivedAt())));
  }

  private static PolicyTrialAnswer answer(Verdict verdict) {
    return new PolicyTrialAnswer(
        verdict.status(), outcome(verdict), conflict(verdict), verdict.why().why());
  }

  private static @Nullable Document outcome(Verdict verdict) {
    return verdict.match(
        applied -> applied.record() == null ? null : applied.record().data(),
        merged -> merged.record().data(),
        serverWins -> serverWins.record().data(),
        conflicted -> conflicted.conflict().suggested(),
        rejected -> null);
  }

  private static @Nullable Conflict conflict(Verdict verdict) {
    return verdict instanceof Verdict.Conflicted conflicted ? conflicted.conflict() : null;
  }
}
