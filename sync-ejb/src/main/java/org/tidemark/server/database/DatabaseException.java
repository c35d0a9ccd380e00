package org.tidemark.server.database;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement failed; says whether the same transaction may succeed when it is tried again. */
@ApplicationException(rollback = true)
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Serialization failure, deadlock, lock timeout: the more writers, the more of these. */
  private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

  /**
   * Unique key taken by a concurrent writer, optimistic check failed by one. The next attempt finds
   * what that writer wrote; where it fails again and again, no other writer is the cause.
   */
  private static final Set<String> LATE = Set.of("23505", RaceLost.SQL_STATE);

  DatabaseException(SQLException cause) {
    super("A database statement failed with SQL state " + cause.getSQLState(), cause);
  }

  /**
   * The one among the causes of a failure, or the driver's own, as the persistence provider passes
   * it on; null: the failure has another cause.
   */
  static @Nullable DatabaseException in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseException found) {
        return found;
      } else if (cause instanceof SQLException passedOn) {
        return new DatabaseException(passedOn);
      }
    }
    return null;
  }

  /** Whether a concurrent transaction was in the way, so that trying again at once makes sense. */
  public boolean isRace() {
    String state = sqlState();
    return state != null && (CONTENTION.contains(state) || LATE.contains(state));
  }

  /** Whether there are too many concurrent transactions on the same rows. */
  public boolean isContention() {
    String state = sqlState();
    return state != null && CONTENTION.contains(state);
  }

  /** Whether the database could not be reached or refused more connections. */
  public boolean isUnavailable() {
    String state = sqlState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57");
  }

  /** In the words of the driver or the pool. */
  String reason() {
    Throwable cause = getCause();
    return String.valueOf(cause == null ? getMessage() : cause.getMessage());
  }

  private @Nullable String sqlState() {
    return getCause() instanceof SQLException e ? e.getSQLState() : null;
  }
}
