package org.tidemark.console.openid;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;

/** What pages need to know of signing in by a provider. */
@Named
@RequestScoped
public class ByOpenId {
  private static final Logger LOG = Logger.getLogger(ByOpenId.class);

  @Inject private OpenId openId;
  @Inject private HttpServletRequest request;
  private @Nullable String refusal;
  private boolean isRefusalTaken;
  private @Nullable String away;

  /** Whether there is a provider. */
  public boolean isOffered() {
    return openId.provider().isPresent();
  }

  /** The way to the provider, which leads on to the page that was asked for. */
  public String getStart() {
    Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String asked = path == null ? request.getRequestURI() : path.toString();
    String page = asked.substring(asked.lastIndexOf('/') + 1);
    String to = query == null ? page : page + "?" + query;
    return new Address(request.getContextPath() + "/openid/start")
        .with("to", Pages.own(to))
        .toString();
  }

  /** Why signing in failed just now, as the words name it; null: it did not. */
  public @Nullable String getRefusal() {
    if (!isRefusalTaken) {
      refusal = SignInState.of(request).takeRefusal();
      isRefusalTaken = true;
    }
    return refusal;
  }

  /** The name that the provider knows for the one who is signed in; empty: it was not by one. */
  public Optional<String> name() {
    return SignInState.of(request).name();
  }

  /** Signs out here; gives the page that signs out at the provider too, null: it was not by one. */
  public @Nullable String leave() {
    Optional<String> token = SignInState.of(request).token();
    Optional<OpenIdProvider> provider = openId.provider();
    if (token.isEmpty() || provider.isEmpty()) {
      return null;
    }
    Optional<URI> away = away(provider.get(), token.get());
    request.getSession().invalidate();
    away.ifPresent(address -> SignInState.of(request).leaving(address.toString()));
    return away.isPresent() ? "/signed-out.xhtml?faces-redirect=true" : null;
  }

  /**
   * Sends a browser on to sign out at the provider. A redirect would not do: it would answer a
   * form, and forms must not lead anywhere else.
   *
   * @return the address, for who is not sent on by it
   */
  public String getAway() {
    String address = SignInState.of(request).takeAway().orElse(Pages.address(request, Pages.FIRST));
    response().setHeader("Refresh", "0;url=" + address);
    return address;
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  private static Optional<URI> away(OpenIdProvider provider, String token) {
    try {
      return provider.signOut(token);
    } catch (SignInRefused e) {
      LOG.warnf("signed out here only: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
