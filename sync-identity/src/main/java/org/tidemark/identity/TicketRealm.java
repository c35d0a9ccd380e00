package org.tidemark.identity;

import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.SecurityRealm;
import org.wildfly.security.authz.AuthorizationIdentity;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Takes {@link SignInTickets} in place of passwords: a {@code custom-realm}. */
public final class TicketRealm implements SecurityRealm {
  private final SignInTickets tickets;

  public TicketRealm() {
    this(SignInTickets.OF_THIS_SERVER);
  }

  TicketRealm(SignInTickets tickets) {
    this.tickets = tickets;
  }

  @Override
  public RealmIdentity getRealmIdentity(Principal principal) {
    return new Recognized(new NamePrincipal(principal.getName()));
  }

  @Override
  public SupportLevel getCredentialAcquireSupport(
      Class<? extends Credential> type,
      @Nullable String algorithm,
      @Nullable AlgorithmParameterSpec parameters) {
    return SupportLevel.UNSUPPORTED;
  }

  @Override
  public SupportLevel getEvidenceVerifySupport(
      Class<? extends Evidence> type, @Nullable String algorithm) {
    return PasswordGuessEvidence.class.isAssignableFrom(type)
        ? SupportLevel.SUPPORTED
        : SupportLevel.UNSUPPORTED;
  }

  /** Somebody with a name, who has groups once the ticket was seen, and is nobody before. */
  private final class Recognized implements RealmIdentity {
    private final NamePrincipal name;
    private Set<String> groups = Set.of();

    Recognized(NamePrincipal name) {
      this.name = name;
    }

    @Override
    public Principal getRealmIdentityPrincipal() {
      return name;
    }

    @Override
    public SupportLevel getCredentialAcquireSupport(
        Class<? extends Credential> type,
        @Nullable String algorithm,
        @Nullable AlgorithmParameterSpec parameters) {
      return SupportLevel.UNSUPPORTED;
    }

    @Override
    public <C extends Credential> @Nullable C getCredential(Class<C> type) {
      return null;
    }

    @Override
    public SupportLevel getEvidenceVerifySupport(
        Class<? extends Evidence> type, @Nullable String algorithm) {
      return TicketRealm.this.getEvidenceVerifySupport(type, algorithm);
    }

    @Override
    public boolean verifyEvidence(Evidence evidence) {
      if (evidence instanceof PasswordGuessEvidence guess) {
        var taken = tickets.take(name.getName(), new String(guess.getGuess()));
        taken.ifPresent(found -> groups = found);
        return taken.isPresent();
      }
      return false;
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public AuthorizationIdentity getAuthorizationIdentity() {
      return AuthorizationIdentity.basicIdentity(new MapAttributes(Map.of("groups", groups)));
    }
  }
}
