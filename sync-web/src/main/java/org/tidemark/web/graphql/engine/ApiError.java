package org.tidemark.web.graphql.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;

/** What every error says besides its message: to programs what to do, to people what happened. */
public record ApiError(
    String code,
    ErrorCategory category,
    boolean retryable,
    @Nullable Integer retryAfterMs,
    String message,
    List<FieldProblem> fields) {
  public ApiError {
    fields = List.copyOf(fields);
  }

  static ApiError invalid(String code, String message) {
    return new ApiError(code, ErrorCategory.VALIDATION, false, null, message, List.of());
  }

  static ApiError auth(String code, String message) {
    return new ApiError(code, ErrorCategory.AUTH, false, null, message, List.of());
  }
}
