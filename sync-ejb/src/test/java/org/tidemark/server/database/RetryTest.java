package org.tidemark.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final String DEADLOCK = "40P01";
  private static final String SYNTAX = "42601";

  @Test
  void races_aDeadlockOfOurStatements_isTriedAgain() {
    assertThat(attempts(2, new DatabaseException(new SQLException("", DEADLOCK)))).isEqualTo(2);
  }

  @Test
  void races_aDeadlockThatThePersistenceProviderMet_isTriedAgain() {
    assertThat(attempts(3, persistence(DEADLOCK))).isEqualTo(3);
  }

  @Test
  void races_aDefect_isNotTriedAgain() {
    RuntimeException defect = persistence(SYNTAX);
    assertThat(Retry.isRace(defect)).isFalse();
    assertThatThrownBy(() -> attempts(2, defect)).isSameAs(defect);
  }

  private static RuntimeException persistence(String sqlState) {
    return new EJBException(
        new PersistenceException("as Hibernate wraps it", new SQLException("", sqlState)));
  }

  /** Fails until this attempt; gives how many there were. */
  private static int attempts(int until, RuntimeException failure) {
    AtomicInteger attempts = new AtomicInteger();
    return Retry.races(
        () -> {
          if (attempts.incrementAndGet() < until) {
            throw failure;
          }
          return attempts.get();
        });
  }
}
