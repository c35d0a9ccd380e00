package org.tidemark.identity;

import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.realm.token.TokenSecurityRealm;
import org.wildfly.security.auth.realm.token.TokenValidator;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityRealm;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;

/** Elytron's token realm with our verifier, set up from the environment: a `custom-realm`. */
public final class TokenRealm implements SecurityRealm {

  private static final Logger LOG = Logger.getLogger(TokenRealm.class.getName());

  private final TokenSecurityRealm realm;

  public TokenRealm() {
    this(System.getenv(), InstantSource.system());
  }

  TokenRealm(Map<String, String> environment, InstantSource clock) {
    realm =
        TokenSecurityRealm.builder()
            .principalClaimName(JwtVerifier.SUBJECT)
            .validator(validator(environment, clock))
            .build();
  }

  // The command line makes the realm too, while it sets the server up and no environment is there
  // yet. So a missing setting does not keep the server from starting; it keeps everybody out.
  private static TokenValidator validator(Map<String, String> environment, InstantSource clock) {
    try {
      var settings = IdentitySettings.from(environment);
      var verifier =
          new JwtVerifier(settings.issuer(), settings.audience(), settings.keys(), clock);
      return new TokenMemory(verifier, clock);
    } catch (IllegalArgumentException unusable) {
      LOG.log(Level.SEVERE, "No bearer token will be accepted. {0}", unusable.getMessage());
      return evidence -> null;
    }
  }

  @Override
  public RealmIdentity getRealmIdentity(Principal principal) throws RealmUnavailableException {
    return realm.getRealmIdentity(principal);
  }

  @Override
  public RealmIdentity getRealmIdentity(Evidence evidence) throws RealmUnavailableException {
    return realm.getRealmIdentity(evidence);
  }

  @Override
  public SupportLevel getCredentialAcquireSupport(
      Class<? extends Credential> type,
      @Nullable String algorithm,
      @Nullable AlgorithmParameterSpec parameters)
      throws RealmUnavailableException {
    return realm.getCredentialAcquireSupport(type, algorithm, parameters);
  }

  @Override
  public SupportLevel getEvidenceVerifySupport(
      Class<? extends Evidence> type, @Nullable String algorithm) throws RealmUnavailableException {
    return realm.getEvidenceVerifySupport(type, algorithm);
  }
}
