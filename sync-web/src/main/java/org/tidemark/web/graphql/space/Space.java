package org.tidemark.web.graphql.space;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.tidemark.server.space.boundary.SpaceView;

/** A space and the role of the caller in it. */
@Type("Space")
public record Space(
    @NonNull String space,
    @Description("VIEWER, EDITOR or OWNER.") @NonNull String role,
    @NonNull Boolean personal,
    @NonNull Instant createdAt) {
  static Space of(SpaceView view) {
    return new Space(view.space(), view.role(), view.personal(), view.createdAt());
  }
}
