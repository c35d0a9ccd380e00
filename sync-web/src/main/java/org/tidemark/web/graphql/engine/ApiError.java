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

  /** A right is missing that no membership gives. */
  public static ApiError forbidden() {
    return new ApiError(
        "FORBIDDEN", ErrorCategory.AUTH, false, null, "You may not do this.", List.of());
  }

  /** A failure that the caller has no part in; what failed is in the log. */
  public static ApiError serverError() {
    return new ApiError(
        "SERVER_ERROR",
        ErrorCategory.SERVER,
        true,
        null,
        "Something failed on the server. Try again.",
        List.of());
  }
}
