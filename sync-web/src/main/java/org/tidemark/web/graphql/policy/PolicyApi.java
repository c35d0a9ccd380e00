package org.tidemark.web.graphql.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.tidemark.core.json.JsonInput;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.web.graphql.CurrentCaller;

/** Tells, tries and changes merge policies. */
@GraphQLApi
@Dependent
public class PolicyApi {
  private final CurrentCaller caller;
  private final Policies policies;

  @Inject
  public PolicyApi(CurrentCaller caller, Policies policies) {
    this.caller = caller;
    this.policies = policies;
  }

  @Query
  @Description(
      "The policies in force: those that hold everywhere, and those of the spaces of the caller.")
  public @NonNull List<@NonNull Policy> policies() {
    return policies.list(caller.get()).stream().map(Policy::of).toList();
  }

  @Query
  @Description(
      "All versions of the policy of a type, newest first. For administrators and auditors.")
  public @NonNull List<@NonNull Policy> policyHistory(
      @Name("entityType") @NonNull String entityType) {
    return policies.history(caller.get(), entityType).stream().map(Policy::of).toList();
  }

  @Query
  @Description("What a policy would decide; writes nothing. For administrators and auditors.")
  public @NonNull PolicyTrial tryPolicy(@Name("input") @NonNull PolicyTrialInput input) {
    return PolicyTrial.of(policies.tryOut(caller.get(), input.toRequest(), Locale.ROOT));
  }

  @Mutation
  @Description("Puts a policy in force as a new version. For administrators.")
  public @NonNull Policy savePolicy(
      @Name("policy")
          @Description("The members of MergePolicy that are to differ from the defaults.")
          @NonNull
          JsonInput policy,
      @Name("spaces")
          @Description("The spaces that it is limited to at first; null: everywhere.")
          @io.smallrye.graphql.api.Nullable
          List<@NonNull String> spaces) {
    return Policy.of(policies.save(caller.get(), ObjectInputs.required("/policy", policy), spaces));
  }

  @Mutation
  @Description(
      "Puts an earlier version in force again, everywhere, as a new one. For administrators.")
  public @NonNull Policy rollBackPolicy(
      @Name("entityType") @NonNull String entityType, @Name("version") @NonNull Integer version) {
    return Policy.of(policies.rollBack(caller.get(), entityType, version));
  }
}
