package org.tidemark.web.rest;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.web.graphql.engine.ApiError;

/** Describes what a container refuses, of which only the HTTP status is known. */
final class StatusErrors {
  private StatusErrors() {}

  static ApiError of(int status) {
    return switch (status) {
      case 401 ->
          error(ErrorCategory.AUTH, "UNAUTHENTICATED", "A valid bearer token is needed.", false);
      case 403 -> ApiError.forbidden();
      case 404 -> error(ErrorCategory.VALIDATION, "NOT_FOUND", "There is nothing here.", false);
      case 413 ->
          error(ErrorCategory.VALIDATION, "BODY_TOO_LARGE", "The body is too large.", false);
      case 415 ->
          error(
              ErrorCategory.VALIDATION,
              "UNSUPPORTED_MEDIA_TYPE",
              "The body's Content-Type is not taken here: a form must be multipart/form-data,"
                  + " all else application/json.",
              false);
      case 429 -> error(ErrorCategory.LIMIT, "BUSY", "Too many requests. Try again later.", true);
      default -> other(status);
    };
  }

  private static ApiError other(int status) {
    if (status >= 500) {
      return ApiError.serverError();
    }
    Status known = Status.fromStatusCode(status);
    return known == null
        ? error(ErrorCategory.VALIDATION, "REFUSED", "The request was refused.", false)
        : error(ErrorCategory.VALIDATION, known.name(), known.getReasonPhrase() + ".", false);
  }

  private static ApiError error(
      ErrorCategory category, String code, String message, boolean retryable) {
    return new ApiError(code, category, retryable, null, message, List.of());
  }
}
