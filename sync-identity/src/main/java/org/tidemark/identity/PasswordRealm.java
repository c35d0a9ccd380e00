package org.tidemark.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.time.InstantSource;
import java.util.HashMap;
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

/**
 * The console's own accounts, a `custom-realm`: `admin` with the password `SYNC_ADMIN_PASSWORD` and
 * `auditor` with `SYNC_AUDITOR_PASSWORD`. Without its variable an account does not exist.
 */
public final class PasswordRealm implements SecurityRealm {
  private static final Map<String, String> VARIABLES =
      Map.of("admin", "SYNC_ADMIN_PASSWORD", "auditor", "SYNC_AUDITOR_PASSWORD");

  private final Map<String, byte[]> digests = new HashMap<>();
  private final Lockout lockout;

  public PasswordRealm() {
    this(System.getenv(), InstantSource.system());
  }

  PasswordRealm(Map<String, String> environment, InstantSource clock) {
    lockout = new Lockout(clock);
    VARIABLES.forEach(
        (account, variable) -> {
          String password = environment.getOrDefault(variable, "");
          if (!password.isBlank()) {
            digests.put(account, digest(password.getBytes(StandardCharsets.UTF_8)));
          }
        });
  }

  @Override
  public RealmIdentity getRealmIdentity(Principal principal) {
    byte[] digest = digests.get(principal.getName());
    return digest == null
        ? RealmIdentity.NON_EXISTENT
        : new Account(new NamePrincipal(principal.getName()), digest);
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

  private static byte[] digest(byte[] password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final class Account implements RealmIdentity {
    private final NamePrincipal name;
    private final byte[] digest;

    Account(NamePrincipal name, byte[] digest) {
      this.name = name;
      this.digest = digest;
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
      return PasswordRealm.this.getEvidenceVerifySupport(type, algorithm);
    }

    @Override
    public boolean verifyEvidence(Evidence evidence) {
      if (!(evidence instanceof PasswordGuessEvidence guess) || lockout.isShut(name.getName())) {
        return false;
      }
      byte[] guessed = new String(guess.getGuess()).getBytes(StandardCharsets.UTF_8);
      boolean right = MessageDigest.isEqual(digest(guessed), digest);
      if (right) {
        lockout.succeeded(name.getName());
      } else {
        lockout.failed(name.getName());
      }
      return right;
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public AuthorizationIdentity getAuthorizationIdentity() {
      return AuthorizationIdentity.basicIdentity(
          new MapAttributes(Map.of("groups", Set.of(name.getName()))));
    }
  }
}
