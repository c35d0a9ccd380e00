package org.tidemark.web.rest.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tidemark.web.graphql.engine.BoundaryFailures;
import org.tidemark.web.http.Correlation;
import org.tidemark.web.rest.Problem;

/** Tells a servlet's caller what went wrong. */
final class Problems {
  private Problems() {}

  static void tell(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    if (response.isCommitted()) {
      // Part of a file is on its way: only a broken connection tells that the rest is missing.
      throw new IOException("a response broke off", failure);
    }
    String correlationId = Correlation.of(request);
    Problem problem = Problem.of(BoundaryFailures.describe(failure, correlationId), correlationId);
    byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    Long retryAfter = problem.retryAfterSeconds();
    if (retryAfter != null) {
      response.setHeader("Retry-After", String.valueOf(retryAfter));
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
