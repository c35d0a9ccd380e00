package org.tidemark.web.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaRejection;
import org.tidemark.web.graphql.engine.AnswerBuffer;
import org.tidemark.web.graphql.engine.ApiError;

/** An error as a problem document (RFC 9457), with the same words as a GraphQL error. */
public record Problem(int status, ApiError error, String correlationId) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** With the status that the error's category and code ask for. */
  public static Problem of(ApiError error, String correlationId) {
    return new Problem(statusOf(error), error, correlationId);
  }

  private static int statusOf(ApiError error) {
    return switch (error.category()) {
      case VALIDATION -> ofValidation(error.code());
      case AUTH -> 403;
      case CONFLICT -> 409;
      case LIMIT -> error.code().equals("BODY_TOO_SLOW") ? 408 : 429;
      case SERVER -> error.retryable() ? 503 : 500;
    };
  }

  private static int ofValidation(String code) {
    return switch (code) {
      case "NOT_FOUND" -> 404;
      case "MEDIA_LOST" -> 410;
      default -> MediaRejection.is(code) ? 422 : 400;
    };
  }

  /** For the header; null where nobody knows. */
  public @Nullable Long retryAfterSeconds() {
    Integer retryAfterMs = error.retryAfterMs();
    return retryAfterMs == null ? null : (retryAfterMs + 999L) / 1000;
  }

  public String json() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", error.message());
    members.put("status", status);
    members.put("code", error.code());
    members.put("category", error.category());
    members.put("retryable", error.retryable());
    if (error.retryAfterMs() != null) {
      members.put("retryAfterMs", error.retryAfterMs());
    }
    members.put("correlationId", correlationId);
    if (!error.fields().isEmpty()) {
      List<Map<String, String>> fields =
          error.fields().stream()
              .map(field -> Map.of("path", field.path(), "message", field.message()))
              .toList();
      members.put("fields", fields);
    }
    return AnswerBuffer.of(members).text();
  }
}
