package org.tidemark.console.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.tidemark.console.openid.ByOpenId;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;

/** Who is at the console. */
@Named
@RequestScoped
public class SignedIn {
  @Inject private HttpServletRequest request;
  @Inject private ByOpenId byOpenId;
  private final String correlationId = UUID.randomUUID().toString();

  /** The caller; the web.xml lets nobody through without one. */
  public Caller caller() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (request.isUserInRole(role.name().toLowerCase(Locale.ROOT))) {
        roles.add(role);
      }
    }
    return new Caller(getName(), roles, correlationId);
  }

  public String getName() {
    return request.getUserPrincipal().getName();
  }

  /** Whether this person may change anything; auditors look on. */
  public boolean isAdmin() {
    return request.isUserInRole("admin");
  }

  /** The name for people to read. */
  public String getShownName() {
    return byOpenId.name().orElseGet(this::getName);
  }

  /** Ends the session; gives the way to the page where one signs in, or out elsewhere too. */
  public String leave() {
    String away = byOpenId.leave();
    if (away != null) {
      return away;
    }
    request.getSession().invalidate();
    return "/queue.xhtml?faces-redirect=true";
  }
}
