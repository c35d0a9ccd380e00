package org.tidemark.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tidemark.web.graphql.engine.BoundaryFailures;
import org.tidemark.web.http.BodyLost;
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
    Problem problem = problem(failure, correlationId);
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
    Long retryAfter = problem.retryAfterSeconds();
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return response.build();
  }

  private static Problem problem(Throwable failure, String correlationId) {
    if (failure instanceof WebApplicationException refused) {
      return refused(refused.getResponse().getStatus(), correlationId);
    }
    return failure instanceof BodyLost
        ? refused(Response.Status.BAD_REQUEST.getStatusCode(), correlationId)
        : Problem.of(BoundaryFailures.describe(failure, correlationId), correlationId);
  }

  /** By the status alone: the message may name classes. */
  private static Problem refused(int status, String correlationId) {
    return new Problem(status, StatusErrors.of(status), correlationId);
  }
}
