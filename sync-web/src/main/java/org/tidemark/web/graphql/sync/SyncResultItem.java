package org.tidemark.web.graphql.sync;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;

/** The answer to one mutation. */
@Type("SyncResultItem")
public record SyncResultItem(
    @NonNull String clientMutationId,
    @NonNull SyncStatus status,
    @Description("Space, type and id as sent, with the space filled in.") @Nullable String space,
    @Nullable String entityType,
    @Nullable String id,
    @Description("The state of the server after this mutation.") @Nullable Integer version,
    @Nullable Instant updatedAt,
    @Nullable Boolean deleted,
    @Nullable Document data,
    @Nullable ConflictPayload conflict,
    @Nullable SyncError error) {
  public static SyncResultItem of(ItemAnswer item) {
    ConflictAnswer conflict = item.conflict();
    ErrorAnswer error = item.error();
    return new SyncResultItem(
        item.clientMutationId(),
        item.status(),
        item.space(),
        item.entityType(),
        item.id(),
        item.version(),
        item.updatedAt(),
        item.deleted(),
        item.data(),
        conflict == null ? null : ConflictPayload.of(conflict),
        error == null ? null : SyncError.of(error));
  }
}
