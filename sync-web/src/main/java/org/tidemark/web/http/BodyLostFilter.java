package org.tidemark.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends requests whose connection has ended. The container would make an error page of the exception
 * while another of its threads ends the answer, and log an error of its own.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BodyLostFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (BodyLost lost) {
      refuse(response);
    }
  }

  /** Should somebody wait after all, then for no success. */
  private static void refuse(HttpServletResponse response) {
    try {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } catch (IllegalStateException ended) {
      // The answer has ended with the connection.
    }
  }
}
