package org.tidemark.console.signin;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.tidemark.server.audit.boundary.SignIns;

/**
 * Has the audit trail tell of sign-ins: of each with its session's first request, and of each that
 * was refused when the server shows the sign-in page for it.
 */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class SignInTrail extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String NOTED = SignInTrail.class.getName();
  private static final String CHECK = "/j_security_check";

  @Inject private transient SignIns signIns;
  @Inject private transient SignedIn signedIn;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    if (request.getUserPrincipal() != null) {
      if (session != null && session.getAttribute(NOTED) == null) {
        note(session);
      }
    } else if (isRefused(request)) {
      String name = request.getParameter("j_username");
      signIns.refused(name == null ? "" : name, UUID.randomUUID().toString());
    }
    chain.doFilter(request, response);
  }

  /** The mark comes first: requests that come at once are of one sign-in. */
  private void note(HttpSession session) {
    session.setAttribute(NOTED, true);
    try {
      signIns.signedIn(signedIn.caller());
    } catch (RuntimeException failed) {
      session.removeAttribute(NOTED);
      throw failed;
    }
  }

  private static boolean isRefused(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.FORWARD
        && request.getParameter("refused") != null
        && request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String tried
        && tried.endsWith(CHECK);
  }
}
