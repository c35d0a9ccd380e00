package org.tidemark.identity;

import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.authz.AuthorizationIdentity;
import org.wildfly.security.authz.MapAttributes;

/** Takes {@link SignInTickets} in place of passwords: a {@code custom-realm}. */
public final class TicketRealm extends SecretRealm {
  private final SignInTickets tickets;

  public TicketRealm() {
    this(SignInTickets.OF_THIS_SERVER);
  }

  TicketRealm(SignInTickets tickets) {
    this.tickets = tickets;
  }

  @Override
  public RealmIdentity getRealmIdentity(Principal principal) {
    return new Recognized(principal.getName());
  }

  /** Somebody who has groups once the ticket was seen, and is nobody before. */
  private final class Recognized extends Named {
    private Set<String> groups = Set.of();

    Recognized(String name) {
      super(name);
    }

    @Override
    boolean isRight(String ticket) {
      var taken = tickets.take(name(), ticket);
      taken.ifPresent(found -> groups = found);
      return taken.isPresent();
    }

    @Override
    public AuthorizationIdentity getAuthorizationIdentity() {
      return AuthorizationIdentity.basicIdentity(new MapAttributes(Map.of("groups", groups)));
    }
  }
}
