package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.PasswordGuessEvidence;

class TicketRealmTest {
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final SignInTickets tickets = new SignInTickets(() -> now);
  private final TicketRealm realm = new TicketRealm(tickets);

  @Test
  void ticket_ofTheUser_opensOnce_withItsGroups() throws RealmUnavailableException {
    String ticket = tickets.issue("eve", Set.of("auditor"));
    RealmIdentity eve = eve();

    assertThat(opens(eve, ticket)).isTrue();
    assertThat(eve.getAuthorizationIdentity().getAttributes().get("groups"))
        .containsExactly("auditor");
    assertThat(opens(eve(), ticket)).as("a second time").isFalse();
  }

  @Test
  void withoutATicket_nobodyHasGroups() throws RealmUnavailableException {
    tickets.issue("eve", Set.of("admin"));

    assertThat(opens(eve(), "")).isFalse();
    assertThat(opens(eve(), "admin")).isFalse();
    assertThat(eve().getAuthorizationIdentity().getAttributes().get("groups")).isEmpty();
  }

  @Test
  void ticket_ofSomebodyElse_opensNothing() throws RealmUnavailableException {
    assertThat(opens(eve(), tickets.issue("bob", Set.of("admin")))).isFalse();
  }

  @Test
  void ticket_thatIsOld_opensNothing() throws RealmUnavailableException {
    String ticket = tickets.issue("eve", Set.of("admin"));
    now = now.plus(SignInTickets.LIFE);

    assertThat(opens(eve(), ticket)).isFalse();
  }

  @Test
  void tickets_thatNobodyTakes_areBounded() {
    for (int i = 0; i < SignInTickets.MOST; i++) {
      tickets.issue("eve", Set.of());
    }
    assertThatThrownBy(() -> tickets.issue("eve", Set.of()))
        .isInstanceOf(IllegalStateException.class);
    now = now.plus(SignInTickets.LIFE);
    assertThat(tickets.issue("eve", Set.of())).isNotEmpty();
  }

  private RealmIdentity eve() {
    return realm.getRealmIdentity(new NamePrincipal("eve"));
  }

  private static boolean opens(RealmIdentity identity, String ticket)
      throws RealmUnavailableException {
    return identity.verifyEvidence(new PasswordGuessEvidence(ticket.toCharArray()));
  }
}
