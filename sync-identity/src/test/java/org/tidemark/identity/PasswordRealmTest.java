package org.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.PasswordGuessEvidence;

class PasswordRealmTest {
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final PasswordRealm realm =
      new PasswordRealm(Map.of("SYNC_ADMIN_PASSWORD", "right"), () -> now);

  @Test
  void signIn_rightPassword_isTheAdmin() throws RealmUnavailableException {
    assertThat(opens("right")).isTrue();
    var identity = realm.getRealmIdentity(new NamePrincipal("admin")).getAuthorizationIdentity();
    assertThat(identity.getAttributes().get("groups")).containsExactly("admin");
  }

  @Test
  void signIn_wrongPassword_isRefused() throws RealmUnavailableException {
    assertThat(opens("wrong")).isFalse();
    assertThat(opens("")).isFalse();
  }

  @Test
  void account_withoutItsVariable_doesNotExist() throws RealmUnavailableException {
    assertThat(realm.getRealmIdentity(new NamePrincipal("auditor")).exists()).isFalse();
    assertThat(realm.getRealmIdentity(new NamePrincipal("root")).exists()).isFalse();
  }

  @Test
  void fiveFailures_shutTheAccount_forTheRightPasswordToo() throws RealmUnavailableException {
    fail(Lockout.FREE - 1);
    assertThat(opens("right")).as("after four").isTrue();
    fail(Lockout.FREE);
    assertThat(opens("right")).as("after five").isFalse();
    now = now.plus(Lockout.FIRST);
    assertThat(opens("right")).as("when the time is over").isTrue();
  }

  @Test
  void furtherFailures_shutItTwiceAsLong_upToAQuarterOfAnHour() throws RealmUnavailableException {
    fail(Lockout.FREE);
    now = now.plus(Lockout.FIRST);
    fail(1);
    now = now.plus(Lockout.FIRST);
    assertThat(opens("right")).as("the second time is longer").isFalse();
    now = now.plus(Lockout.FIRST);
    for (int i = 0; i < 20; i++) {
      fail(1);
      now = now.plus(Lockout.LONGEST);
    }
    assertThat(opens("right")).as("and not for ever").isTrue();
  }

  @Test
  void attemptsWhileItIsShut_doNotProlongIt() throws RealmUnavailableException {
    fail(Lockout.FREE);
    now = now.plus(Lockout.FIRST).minus(Duration.ofMillis(1));
    fail(3);
    now = now.plusMillis(1);
    assertThat(opens("right")).isTrue();
  }

  private void fail(int times) throws RealmUnavailableException {
    for (int i = 0; i < times; i++) {
      assertThat(opens("wrong")).isFalse();
    }
  }

  private boolean opens(String password) throws RealmUnavailableException {
    return realm
        .getRealmIdentity(new NamePrincipal("admin"))
        .verifyEvidence(new PasswordGuessEvidence(password.toCharArray()));
  }
}
