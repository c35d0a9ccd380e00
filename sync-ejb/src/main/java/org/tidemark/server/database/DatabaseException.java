package org.tidemark.server.database;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement failed; says whether the same transaction may succeed when it is tried again. */
@ApplicationException(rollback = true)
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Serialization failure, deadlock, lock timeout, unique key taken by a concurrent writer,
   * optimistic check failed by one.
   */
  private static final Set<String> RACES =
      Set.of("40001", "40P01", "55P03", "23505", RaceLost.SQL_STATE);

  DatabaseException(SQLException cause) {
    super("A database statement failed with SQL state " + cause.getSQLState(), cause);
  }

  /** Whether a concurrent transaction was in the way, so that trying again at once makes sense. */
  public boolean isRace() {
    String state = sqlState();
    return state != null && RACES.contains(state);
  }

  /** Whether the database could not be reached or refused more connections. */
  public boolean isUnavailable() {
    String state = sqlState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57");
  }

  private @Nullable String sqlState() {
    return getCause() instanceof SQLException e ? e.getSQLState() : null;
  }
}
