package org.tidemark.console.live;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Notes when somebody asks for a page, which is what keeps a session; streams do not. */
@WebFilter(urlPatterns = "*.xhtml", asyncSupported = true)
@WebListener
@SuppressWarnings({"NullAway.Init", "serial"})
public class PageRequests extends HttpFilter implements HttpSessionListener, HttpSessionIdListener {
  private static final long serialVersionUID = 1L;

  @Inject private LiveStreams streams;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    if (session != null && request.getUserPrincipal() != null) {
      long life = TimeUnit.SECONDS.toNanos(session.getMaxInactiveInterval());
      streams.asked(
          session.getId(), new LiveStreams.Session(System.nanoTime(), life, () -> end(session)));
    }
    chain.doFilter(request, response);
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException over) {
      // It has ended by itself.
      return;
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    streams.ended(event.getSession().getId());
  }

  @Override
  public void sessionIdChanged(HttpSessionEvent event, String oldId) {
    streams.ended(oldId);
  }
}
