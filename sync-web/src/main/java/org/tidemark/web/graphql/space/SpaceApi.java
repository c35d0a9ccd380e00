package org.tidemark.web.graphql.space;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.tidemark.server.space.boundary.Spaces;
import org.tidemark.web.graphql.CurrentCaller;

/** Makes spaces, and says who is a member of them. */
@GraphQLApi
@Dependent
public class SpaceApi {
  private final CurrentCaller caller;
  private final Spaces spaces;

  @Inject
  public SpaceApi(CurrentCaller caller, Spaces spaces) {
    this.caller = caller;
    this.spaces = spaces;
  }

  @Query
  @Description("The spaces that the caller is a member of.")
  public @NonNull List<@NonNull Space> spaces() {
    return spaces.list(caller.get()).stream().map(Space::of).toList();
  }

  @Query
  @Description("The members of a space.")
  public @NonNull List<@NonNull Member> members(@Name("space") @NonNull String space) {
    return spaces.members(caller.get(), space).stream().map(Member::of).toList();
  }

  @Mutation
  @Description("Makes a space that the caller owns.")
  public @NonNull Space createSpace(@Name("space") @NonNull String space) {
    return Space.of(spaces.create(caller.get(), space));
  }

  @Mutation
  @Description("Makes a user a member, or changes what a member may do. For owners.")
  public @NonNull Member inviteMember(
      @Name("space") @NonNull String space,
      @Name("user") @NonNull String user,
      @Name("role") @Description("VIEWER, EDITOR or OWNER.") @NonNull String role) {
    return Member.of(spaces.invite(caller.get(), space, user, role).member());
  }

  @Mutation
  @Description("Ends a membership: for owners, and for members who leave.")
  public @NonNull Boolean removeMember(
      @Name("space") @NonNull String space, @Name("user") @NonNull String user) {
    spaces.remove(caller.get(), space, user);
    return true;
  }
}
