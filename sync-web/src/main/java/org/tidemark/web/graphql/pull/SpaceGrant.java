package org.tidemark.web.graphql.pull;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.tidemark.server.pull.boundary.PullAnswer;

/** A space that the caller may see now, and as what. */
@Type("SpaceGrant")
public record SpaceGrant(@NonNull String space, @NonNull String role) {
  static SpaceGrant of(PullAnswer.Grant grant) {
    return new SpaceGrant(grant.space(), grant.role());
  }
}
