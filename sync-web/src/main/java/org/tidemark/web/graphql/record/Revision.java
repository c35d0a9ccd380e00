package org.tidemark.web.graphql.record;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.server.record.boundary.RevisionView;

/** One past or present state of a record. */
@Type("Revision")
public record Revision(
    @NonNull Integer version,
    @NonNull Instant updatedAt,
    @NonNull Boolean deleted,
    @Nullable Document data,
    @NonNull String writtenBy,
    @Nullable String clientId,
    @Nullable String clientMutationId,
    @Description(
            "True for the side of a client that lost: kept, but never the state of the record.")
        @NonNull
        Boolean beside,
    @Description("Where it stands in the history: read on after it by the argument after.") @NonNull
        String place) {
  static Revision of(RevisionView revision) {
    return new Revision(
        revision.version(),
        revision.updatedAt(),
        revision.deleted(),
        revision.data(),
        revision.writtenBy(),
        revision.clientId(),
        revision.clientMutationId(),
        revision.beside(),
        revision.place());
  }
}
