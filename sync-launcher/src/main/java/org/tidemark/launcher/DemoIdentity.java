package org.tidemark.launcher;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The demo's keys, tokens and passwords. They are made at the first start, so none is in the
 * repository, and they stay the same from run to run; only a token about to end is made afresh.
 */
public record DemoIdentity(
    TokenMint mint,
    Path publicKey,
    Map<DemoUser, String> tokens,
    String adminPassword,
    String auditorPassword) {

  static final String ISSUER = "tidemark-demo";
  static final String AUDIENCE = "tidemark";
  static final Duration LIFETIME = Duration.ofDays(365);
  static final Duration RENEWAL = Duration.ofDays(30);
  private static final String ADMIN_PASSWORD = "SYNC_ADMIN_PASSWORD";
  private static final String AUDITOR_PASSWORD = "SYNC_AUDITOR_PASSWORD";

  /**
   * @param known the variables of an earlier run
   */
  static DemoIdentity of(SigningKeys keys, Map<String, String> known, Instant now) {
    var mint = new TokenMint(keys.pair(), ISSUER, AUDIENCE);
    var tokens = new EnumMap<DemoUser, String>(DemoUser.class);
    for (var user : DemoUser.values()) {
      tokens.put(
          user,
          Optional.ofNullable(known.get(user.variable()))
              .filter(token -> isLasting(mint, token, now))
              .orElseGet(() -> mint.mint(user.subject(), user.roles(), now, LIFETIME)));
    }
    return new DemoIdentity(
        mint,
        keys.publicKey(),
        Map.copyOf(tokens),
        password(known, ADMIN_PASSWORD),
        password(known, AUDITOR_PASSWORD));
  }

  private static String password(Map<String, String> known, String variable) {
    return Optional.ofNullable(known.get(variable)).orElseGet(DemoIdentity::password);
  }

  /** The token of `ana`, `ben` or `admin`. */
  public String token(String user) {
    return tokens.entrySet().stream()
        .filter(entry -> entry.getKey().subject().equals(user))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no demo user " + user));
  }

  /** What clients of the demo need to know. */
  Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    for (var user : DemoUser.values()) {
      variables.put(user.variable(), token(user.subject()));
    }
    variables.put(ADMIN_PASSWORD, adminPassword);
    variables.put(AUDITOR_PASSWORD, auditorPassword);
    return variables;
  }

  /** What the server needs to know. */
  Map<String, String> serverVariables() {
    return Map.of(
        "SYNC_DEMO",
        "true",
        "SYNC_JWT_ISSUER",
        ISSUER,
        "SYNC_JWT_AUDIENCE",
        AUDIENCE,
        "SYNC_JWT_PUBLIC_KEY",
        publicKey.toAbsolutePath().toString(),
        ADMIN_PASSWORD,
        adminPassword,
        AUDITOR_PASSWORD,
        auditorPassword);
  }

  private static boolean isLasting(TokenMint mint, String token, Instant now) {
    return mint.end(token).filter(now.plus(RENEWAL)::isBefore).isPresent();
  }

  private static String password() {
    var bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "DemoIdentity[" + publicKey + "]";
  }
}
