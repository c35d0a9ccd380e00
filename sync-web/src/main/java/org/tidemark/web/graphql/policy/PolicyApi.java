package org.tidemark.web.graphql.policy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.web.graphql.CurrentCaller;

/** Tells and changes merge policies. */
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
  @Description("The policies in force for the caller.")
  public @NonNull List<@NonNull Policy> policies() {
    return policies.list(caller.get()).stream().map(view -> Policy.of(view.policy())).toList();
  }
}
