package org.tidemark.web.graphql.sync;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.server.push.boundary.Push;
import org.tidemark.server.push.boundary.PushRequest;
import org.tidemark.web.graphql.CurrentCaller;

/** Takes mutations. */
@GraphQLApi
@Dependent
public class SyncApi {
  private final CurrentCaller caller;
  private final Push push;

  @Inject
  public SyncApi(CurrentCaller caller, Push push) {
    this.caller = caller;
    this.push = push;
  }

  @Mutation
  @Description("Sends edits; each gets an answer of its own, and the same one when it comes again.")
  public @NonNull SyncResult sync(@Name("input") @NonNull SyncInput input) {
    List<MutationDraft> drafts = new ArrayList<>(input.mutations().size());
    input.mutations().forEach(mutation -> drafts.add(mutation.toDraft()));
    return SyncResult.of(
        push.push(caller.get(), new PushRequest(input.clientId(), input.clientTime(), drafts)));
  }
}
