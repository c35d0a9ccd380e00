package org.tidemark.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tickets for somebody whom another part of this server has recognized, the console by an OpenID
 * Connect provider: the container's own sign-in takes one in place of a password, once and soon.
 */
public final class SignInTickets {
  /** The one store of this server, which the realm reads. */
  public static final SignInTickets OF_THIS_SERVER = new SignInTickets(InstantSource.system());

  static final Duration LIFE = Duration.ofSeconds(30);
  static final int MOST = 1_000;
  private static final int RANDOM_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Ticket> tickets = new HashMap<>();
  private final InstantSource clock;

  SignInTickets(InstantSource clock) {
    this.clock = clock;
  }

  private record Ticket(String user, Set<String> groups, Instant end) {}

  /**
   * A ticket for a user with these groups.
   *
   * @throws IllegalStateException when too many wait to be taken
   */
  public synchronized String issue(String user, Set<String> groups) {
    Instant now = clock.instant();
    tickets.values().removeIf(ticket -> !now.isBefore(ticket.end()));
    if (tickets.size() >= MOST) {
      throw new IllegalStateException("too many sign-ins are under way");
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    tickets.put(text, new Ticket(user, Set.copyOf(groups), now.plus(LIFE)));
    return text;
  }

  /** The groups of the user whose ticket this is; from now on it is nobody's. */
  synchronized Optional<Set<String>> take(String user, String text) {
    Ticket ticket = tickets.remove(text);
    return ticket != null && ticket.user().equals(user) && clock.instant().isBefore(ticket.end())
        ? Optional.of(ticket.groups())
        : Optional.empty();
  }
}
