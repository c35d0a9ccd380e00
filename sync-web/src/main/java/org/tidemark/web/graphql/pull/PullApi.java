package org.tidemark.web.graphql.pull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.pull.boundary.Pull;
import org.tidemark.server.pull.boundary.PullRequest;
import org.tidemark.web.graphql.CurrentCaller;

/** Gives changes. */
@GraphQLApi
@Dependent
public class PullApi {
  private final CurrentCaller caller;
  private final Pull pull;

  @Inject
  public PullApi(CurrentCaller caller, Pull pull) {
    this.caller = caller;
    this.pull = pull;
  }

  @Query
  @Description("Every change after the cursor in commit order, tombstones included.")
  public @NonNull PullResult pull(
      @Name("clientId") @NonNull String clientId,
      @Name("cursor") @Nullable String cursor,
      @Name("limit") @Nullable Integer limit,
      @Name("entityTypes") @io.smallrye.graphql.api.Nullable List<@NonNull String> entityTypes) {
    return PullResult.of(
        pull.pull(caller.get(), new PullRequest(clientId, cursor, limit, entityTypes)));
  }
}
