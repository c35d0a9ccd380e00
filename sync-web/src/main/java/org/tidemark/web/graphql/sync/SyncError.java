package org.tidemark.web.graphql.sync;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.server.receipt.boundary.ErrorAnswer;

/** Why a mutation was rejected. */
@Type("SyncError")
public record SyncError(
    @NonNull String code,
    @NonNull ErrorCategory category,
    @NonNull Boolean retryable,
    @Nullable Integer retryAfterMs,
    @NonNull String message,
    @Description("Names the request in the log of the server too.") @NonNull String correlationId,
    @NonNull List<@NonNull FieldError> fields) {
  static SyncError of(ErrorAnswer error) {
    return new SyncError(
        error.code(),
        error.category(),
        error.retryable(),
        error.retryAfterMs(),
        error.message(),
        error.correlationId(),
        error.fields().stream().map(FieldError::of).toList());
  }
}
