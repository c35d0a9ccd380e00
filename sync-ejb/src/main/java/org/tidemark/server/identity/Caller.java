package org.tidemark.server.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;

/**
 * The authenticated user behind a request.
 *
 * @param user the token's subject, 1 to 120 characters
 * @param roles the roles that the token grants
 * @param correlationId names this request in answers and in the log
 */
public record Caller(String user, Set<Role> roles, String correlationId) {

  private static final int LONGEST_USER = 120;
  private static final String CONSOLE = "console-";

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** What is wrong with the text as the name of a user, in words; null when it is fine. */
  public static @Nullable String problem(String user) {
    if (user.isEmpty()) {
      return "must not be empty";
    }
    return user.length() > LONGEST_USER
        ? "must have at most " + LONGEST_USER + " characters"
        : SpaceId.problem("~" + user);
  }

  /**
   * The client id of what the user decides at the console. Nobody else may take it, or could keep
   * them from deciding anything.
   */
  public String consoleClientId() {
    return consoleClientId(user);
  }

  /** As {@link #consoleClientId()}, of any user. */
  public static String consoleClientId(String user) {
    return CONSOLE + user;
  }

  /** Whether a client id is that of another user at the console. */
  public static boolean isOfAnotherAtTheConsole(String clientId, String user) {
    return clientId.startsWith(CONSOLE) && !clientId.equals(consoleClientId(user));
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
