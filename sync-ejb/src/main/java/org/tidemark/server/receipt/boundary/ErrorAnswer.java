package org.tidemark.server.receipt.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;

/** Why a mutation was rejected, with the correlation id of the request that was first answered. */
public record ErrorAnswer(
    String code,
    ErrorCategory category,
    boolean retryable,
    @Nullable Integer retryAfterMs,
    String message,
    String correlationId,
    List<FieldProblem> fields) {
  public ErrorAnswer {
    fields = List.copyOf(fields);
  }

  public static ErrorAnswer of(Rejection rejection, String correlationId) {
    return new ErrorAnswer(
        rejection.code(),
        rejection.category(),
        rejection.retryable(),
        null,
        rejection.message(),
        correlationId,
        rejection.fields());
  }
}
