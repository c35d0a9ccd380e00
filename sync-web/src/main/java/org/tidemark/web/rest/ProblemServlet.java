package org.tidemark.web.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tidemark.web.graphql.engine.ApiError;
import org.tidemark.web.graphql.engine.GraphQLEngine;
import org.tidemark.web.http.Correlation;

/** The error page: what the container refuses by itself is told in the API's own forms too. */
@WebServlet(urlPatterns = "/problem", asyncSupported = true)
public class ProblemServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = known instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    String correlationId = Correlation.of(request);
    ApiError error = StatusErrors.of(status);
    boolean graphQL =
        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
            .endsWith("/graphql");
    byte[] body =
        graphQL
            ? GraphQLEngine.refusal(error, correlationId).getBytes(StandardCharsets.UTF_8)
            : new Problem(status, error, correlationId).json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(graphQL ? "application/json" : Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
