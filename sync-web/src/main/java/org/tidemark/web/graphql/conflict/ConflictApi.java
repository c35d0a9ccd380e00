package org.tidemark.web.graphql.conflict;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.conflict.boundary.ConflictFilter;
import org.tidemark.server.conflict.boundary.Conflicts;
import org.tidemark.web.graphql.CurrentCaller;
import org.tidemark.web.graphql.sync.SyncResultItem;

/** Lists and settles conflicts. */
@GraphQLApi
@Dependent
public class ConflictApi {
  private final CurrentCaller caller;
  private final Conflicts conflicts;

  @Inject
  public ConflictApi(CurrentCaller caller, Conflicts conflicts) {
    this.caller = caller;
    this.conflicts = conflicts;
  }

  @Query
  @Description("Conflicts in the spaces of the caller, oldest first.")
  public @NonNull ConflictPage conflicts(
      @Name("status") @Nullable ConflictState status,
      @Name("space") @Nullable String space,
      @Name("entityType") @Nullable String entityType,
      @Name("clientId") @Nullable String clientId,
      @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    String wanted = status == null ? null : status.name();
    return ConflictPage.of(
        conflicts.list(
            caller.get(), new ConflictFilter(wanted, space, entityType, clientId, first, after)));
  }

  @Query
  @Description("One conflict; null where the caller may see none of that id.")
  public @Nullable ConflictEntry conflict(@Name("conflictId") @Id @NonNull String conflictId) {
    return conflicts.get(caller.get(), conflictId).map(ConflictEntry::of).orElse(null);
  }

  @Mutation
  @Description("Settles a conflict; gives the fresh one where the record has moved on.")
  public @NonNull SyncResultItem resolveConflict(@Name("input") @NonNull ResolveInput input) {
    return SyncResultItem.of(conflicts.resolve(caller.get(), input.toRequest()));
  }
}
