package org.tidemark.console.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.openid.SignInRefused.Reason;
import org.tidemark.identity.SignInTickets;
import org.tidemark.server.audit.boundary.SignIns;
import org.tidemark.server.identity.Caller;

/** Takes a browser back from the provider, and lets its person in. */
@WebServlet("/openid/back")
public class BackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> ROLES = Set.of("admin", "auditor");

  @Inject private transient OpenId openId;
  @Inject private transient SignIns signIns;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OpenIdProvider> provider = openId.provider();
    if (provider.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    SignInState state = SignInState.of(request);
    Optional<Attempt> attempt = state.take();
    try {
      letIn(provider.get(), request, attempt.orElse(null));
    } catch (SignInRefused e) {
      state.refused(e);
      signIns.refused(e.who(), UUID.randomUUID().toString());
    }
    response.sendRedirect(Pages.address(request, attempt.map(Attempt::to).orElse(Pages.FIRST)));
  }

  private static void letIn(
      OpenIdProvider provider, HttpServletRequest request, @Nullable Attempt attempt)
      throws SignInRefused {
    if (attempt == null) {
      throw new SignInRefused(Reason.STALE, "no sign-in is under way in this session", null);
    }
    Person person = provider.identify(attempt, code(request, attempt));
    String problem = Caller.problem(person.subject());
    if (problem != null) {
      throw SignInRefused.noRole(person, "the subject " + problem);
    }
    Set<String> roles = new HashSet<>(ROLES);
    roles.retainAll(person.groups());
    if (roles.isEmpty()) {
      throw SignInRefused.noRole(person, person.subject() + " is in none of the groups " + ROLES);
    }
    try {
      // It gives the session another name too: whoever knew the old one does not know it.
      request.login(person.subject(), SignInTickets.OF_THIS_SERVER.issue(person.subject(), roles));
    } catch (ServletException | IllegalStateException e) {
      throw new SignInRefused(Reason.UNAVAILABLE, "the server did not let the person in", e);
    }
    SignInState.of(request).signedIn(person);
  }

  private static AuthorizationCode code(HttpServletRequest request, Attempt attempt)
      throws SignInRefused {
    try {
      AuthenticationResponse response =
          AuthenticationResponseParser.parse(
              URI.create(request.getRequestURL() + "?" + request.getQueryString()));
      if (response.getState() == null || !response.getState().getValue().equals(attempt.state())) {
        throw new SignInRefused(Reason.STALE, "the answer is to another sign-in", null);
      }
      if (!response.indicatesSuccess()) {
        throw new SignInRefused(
            Reason.DENIED, "refused: " + response.toErrorResponse().getErrorObject(), null);
      }
      AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
      if (code == null) {
        throw new SignInRefused(Reason.STALE, "the answer has no code", null);
      }
      return code;
    } catch (ParseException | IllegalArgumentException e) {
      throw new SignInRefused(Reason.STALE, "the answer cannot be read", e);
    }
  }
}
