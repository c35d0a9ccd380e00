package org.tidemark.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;

/** Reads who is calling from what the container authenticated. */
public final class Callers {
  private Callers() {}

  /** The caller; the web.xml lets nobody through without one. */
  public static Caller of(HttpServletRequest request) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (request.isUserInRole(role.name().toLowerCase(Locale.ROOT))) {
        roles.add(role);
      }
    }
    return new Caller(request.getUserPrincipal().getName(), roles, Correlation.of(request));
  }
}
