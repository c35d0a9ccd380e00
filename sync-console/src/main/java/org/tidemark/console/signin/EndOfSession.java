package org.tidemark.console.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Ends a session that has lasted its time. Its browser asks for the page again, which leads to the
 * sign-in and back; what was pressed is told as lost, like after any session.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EndOfSession extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String SINCE = EndOfSession.class.getName();

  @Inject private transient SessionLife life;
  @Inject private transient InstantSource clock;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    if (session == null || request.getUserPrincipal() == null) {
      chain.doFilter(request, response);
      return;
    }
    Instant now = clock.instant();
    if (!(session.getAttribute(SINCE) instanceof Instant since)) {
      session.setAttribute(SINCE, now);
      chain.doFilter(request, response);
    } else if (life.isOver(since, now)) {
      session.invalidate();
      if (request.getMethod().equals("POST")) {
        LastPress.lost(request.getSession());
      }
      String query = request.getQueryString();
      response.sendRedirect(request.getRequestURI() + (query == null ? "" : "?" + query));
    } else {
      chain.doFilter(request, response);
    }
  }
}
