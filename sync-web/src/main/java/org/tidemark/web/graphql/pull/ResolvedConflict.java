package org.tidemark.web.graphql.pull;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.server.pull.boundary.PullAnswer;
import org.tidemark.web.graphql.conflict.ConflictState;

/** A conflict of this client that was closed. */
@Type("ResolvedConflict")
public record ResolvedConflict(
    @Id @NonNull String conflictId,
    @NonNull String space,
    @NonNull String entityType,
    @NonNull String id,
    @NonNull ConflictState status,
    @Nullable Resolution resolution,
    @NonNull Integer version,
    @NonNull String resolvedBy,
    @NonNull Instant resolvedAt) {
  static ResolvedConflict of(PullAnswer.ResolvedConflict conflict) {
    String resolution = conflict.resolution();
    return new ResolvedConflict(
        conflict.conflictId(),
        conflict.space(),
        conflict.entityType(),
        conflict.id(),
        ConflictState.valueOf(conflict.status()),
        resolution == null ? null : Resolution.valueOf(resolution),
        conflict.version(),
        conflict.resolvedBy(),
        conflict.resolvedAt());
  }
}
