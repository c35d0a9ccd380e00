package org.tidemark.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.web.graphql.engine.ApiError;
import org.tidemark.web.graphql.engine.Failures;
import org.tidemark.web.http.Correlation;

/** The one mapper of exceptions: each becomes a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @SuppressWarnings("NullAway.Init")
  @Context
  private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    String correlationId = Correlation.of(request);
    Problem problem =
        failure instanceof WebApplicationException refused
            ? new Problem(refused.getResponse().getStatus(), describe(refused), correlationId)
            : Problem.of(Failures.describe(failure, correlationId), correlationId);
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
    Long retryAfter = problem.retryAfterSeconds();
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return response.build();
  }

  /** By the status alone: the message may name classes. */
  private static ApiError describe(WebApplicationException refused) {
    Response.Status status = Response.Status.fromStatusCode(refused.getResponse().getStatus());
    boolean server = refused.getResponse().getStatus() >= 500;
    String reason = status == null ? "Refused" : status.getReasonPhrase();
    return new ApiError(
        status == null ? "REFUSED" : status.name(),
        server ? ErrorCategory.SERVER : ErrorCategory.VALIDATION,
        server,
        null,
        reason + ".",
        List.of());
  }
}
