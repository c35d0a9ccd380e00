package org.tidemark.web.graphql.space;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.tidemark.server.space.boundary.MemberView;

/** A member of a space. */
@Type("Member")
public record Member(
    @NonNull String user,
    @Description("VIEWER, EDITOR or OWNER.") @NonNull String role,
    @NonNull Instant since) {
  static Member of(MemberView view) {
    return new Member(view.user(), view.role(), view.since());
  }
}
