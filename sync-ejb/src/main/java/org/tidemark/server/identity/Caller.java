package org.tidemark.server.identity;

import java.util.Set;

/**
 * The authenticated user behind a request.
 *
 * @param user the token's subject, 1 to 120 characters
 * @param roles the roles that the token grants
 * @param correlationId names this request in answers and in the log
 */
public record Caller(String user, Set<Role> roles, String correlationId) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
