package org.tidemark.console.signin;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Opens a page anew whose session has ended: what is sent from it after the sign-in is of a page
 * that the server knows no more.
 */
@WebFilter(servletNames = "faces")
public class PageOfEndedSession extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (ViewExpiredException gone) {
      openAnew(request, response);
    } catch (ServletException e) {
      if (!(e.getRootCause() instanceof ViewExpiredException)) {
        throw e;
      }
      openAnew(request, response);
    }
  }

  private static void openAnew(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString();
    response.reset();
    response.sendRedirect(request.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
