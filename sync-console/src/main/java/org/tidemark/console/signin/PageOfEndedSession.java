package org.tidemark.console.signin;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Opens a page anew whose session has ended: what is sent from it after the sign-in is of a page
 * that the server knows no more.
 *
 * <p>What is too large for the server to keep until the sign-in reaches the sign-in page itself, by
 * a forward from the page that it was meant for.
 */
@WebFilter(
    servletNames = "faces",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class PageOfEndedSession extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String STATELESS = "stateless";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | FacesException e) {
      if (!isOfNoPage(request, e)) {
        throw e;
      }
      openAnew(request, response);
    }
  }

  private static boolean isOfNoPage(HttpServletRequest request, Exception failure) {
    Throwable cause = failure instanceof ServletException outer ? outer.getRootCause() : failure;
    // No page is without a state: who says so has made the form up.
    return cause instanceof ViewExpiredException
        || STATELESS.equals(request.getParameter(ResponseStateManager.VIEW_STATE_PARAM));
  }

  private static void openAnew(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object page = forwarded == null ? request.getRequestURI() : forwarded;
    Object query =
        forwarded == null
            ? request.getQueryString()
            : request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    response.reset();
    response.sendRedirect(page + (query == null ? "" : "?" + query));
  }
}
