package org.tidemark.identity;

import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.SecurityRealm;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** A realm that checks a secret which somebody tells, and gives no secret out. */
abstract class SecretRealm implements SecurityRealm {
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

  /** Somebody with a name, of whom the realm knows how to check a secret. */
  abstract class Named implements RealmIdentity {
    private final NamePrincipal name;

    Named(String name) {
      this.name = new NamePrincipal(name);
    }

    abstract boolean isRight(String secret);

    final String name() {
      return name.getName();
    }

    @Override
    public final boolean verifyEvidence(Evidence evidence) {
      return evidence instanceof PasswordGuessEvidence guess
          && isRight(new String(guess.getGuess()));
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
      return SecretRealm.this.getEvidenceVerifySupport(type, algorithm);
    }

    @Override
    public boolean exists() {
      return true;
    }
  }
}
