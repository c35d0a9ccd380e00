package org.tidemark.console.openid;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Sends a browser to the provider. */
@WebServlet("/openid/start")
public class StartServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OpenId openId;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OpenIdProvider> provider = openId.provider();
    if (provider.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Attempt attempt = Attempt.begin(Pages.own(request.getParameter("to")));
    try {
      String away = provider.get().signIn(attempt).toString();
      SignInState.of(request).begin(attempt);
      response.sendRedirect(away);
    } catch (SignInRefused e) {
      SignInState.of(request).refused(e);
      response.sendRedirect(Pages.address(request, attempt.to()));
    }
  }
}
