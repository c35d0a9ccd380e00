package org.tidemark.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.authz.AuthorizationIdentity;
import org.wildfly.security.authz.MapAttributes;

/**
 * The console's own accounts, a `custom-realm`: `admin` with the password `SYNC_ADMIN_PASSWORD` and
 * `auditor` with `SYNC_AUDITOR_PASSWORD`. Without its variable an account does not exist.
 */
public final class PasswordRealm extends SecretRealm {
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
    return digest == null ? RealmIdentity.NON_EXISTENT : new Account(principal.getName(), digest);
  }

  private static byte[] digest(byte[] password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final class Account extends Named {
    private final byte[] digest;

    Account(String name, byte[] digest) {
      super(name);
      this.digest = digest;
    }

    @Override
    boolean isRight(String password) {
      if (lockout.isShut(name())) {
        return false;
      }
      boolean right =
          MessageDigest.isEqual(digest(password.getBytes(StandardCharsets.UTF_8)), digest);
      if (right) {
        lockout.succeeded(name());
      } else {
        lockout.failed(name());
      }
      return right;
    }

    @Override
    public AuthorizationIdentity getAuthorizationIdentity() {
      return AuthorizationIdentity.basicIdentity(
          new MapAttributes(Map.of("groups", Set.of(name()))));
    }
  }
}
