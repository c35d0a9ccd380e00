package org.tidemark.web.graphql.conflict;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.server.conflict.boundary.ConflictView;
import org.tidemark.web.graphql.sync.ConflictPayload;

/** A conflict and what became of it. */
@Type("Conflict")
public record ConflictEntry(
    @Id @NonNull String conflictId,
    @NonNull ConflictState status,
    @NonNull String clientId,
    @NonNull String space,
    @NonNull String entityType,
    @NonNull String id,
    @NonNull Instant detectedAt,
    @NonNull ConflictPayload payload,
    @Nullable Resolution resolution,
    @Nullable String resolvedBy,
    @Nullable Instant resolvedAt) {
  static ConflictEntry of(ConflictView conflict) {
    String resolution = conflict.resolution();
    return new ConflictEntry(
        conflict.conflictId(),
        ConflictState.valueOf(conflict.status()),
        conflict.clientId(),
        conflict.space(),
        conflict.entityType(),
        conflict.id(),
        conflict.detectedAt(),
        ConflictPayload.of(conflict.payload()),
        resolution == null ? null : Resolution.valueOf(resolution),
        conflict.resolvedBy(),
        conflict.resolvedAt());
  }
}
