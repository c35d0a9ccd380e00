package org.tidemark.web.graphql.engine;

import java.time.Duration;
import java.util.List;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;

/** A request that is not run at all, with the HTTP status of its answer. */
public final class RequestRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ApiError error;

  private RequestRefused(int status, ApiError error) {
    super(error.message(), null, false, false);
    this.status = status;
    this.error = error;
  }

  public int status() {
    return status;
  }

  public ApiError error() {
    return error;
  }

  static RequestRefused badJson(String why) {
    return of(400, "INVALID_JSON", "The body is not valid JSON: " + why + ".");
  }

  static RequestRefused badRequest(String message) {
    return of(400, "INVALID_REQUEST", message);
  }

  static RequestRefused variables(List<FieldProblem> places) {
    return new RequestRefused(
        400,
        new ApiError(
            "VARIABLES_INVALID",
            ErrorCategory.VALIDATION,
            false,
            null,
            "The variables are not valid: see fields.",
            places));
  }

  static RequestRefused tooComplex(String message) {
    return of(400, "QUERY_TOO_COMPLEX", message);
  }

  static RequestRefused introspectionOff() {
    return of(400, "INTROSPECTION_OFF", "This server does not tell its schema.");
  }

  public static RequestRefused bodyTooLarge(int limit) {
    return of(413, "BODY_TOO_LARGE", "The body is larger than " + limit + " bytes. Send less.");
  }

  /** Retryable: another time the network may be faster. */
  public static RequestRefused tooSlow() {
    return new RequestRefused(
        408,
        new ApiError(
            "BODY_TOO_SLOW",
            ErrorCategory.LIMIT,
            true,
            null,
            "The body came too slowly. Send less at once, or try again.",
            List.of()));
  }

  public static RequestRefused method() {
    return of(405, "METHOD_NOT_ALLOWED", "Send a POST request.");
  }

  public static RequestRefused mediaType() {
    return of(415, "MEDIA_TYPE_UNSUPPORTED", "The content type must be application/json in UTF-8.");
  }

  private static RequestRefused of(int status, String code, String message) {
    return new RequestRefused(status, ApiError.invalid(code, message));
  }
}
