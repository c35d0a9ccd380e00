package org.tidemark.client.store;

import java.sql.SQLException;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.StoreProblems;

/** Turns what SQLite says into what people are told. */
final class StoreFailures {

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;

  private StoreFailures() {}

  static ClientException of(SQLException e, String file) {
    Throwable cause = e.getCause();
    String detail = e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    // The high bytes of the code only tell more about the same thing.
    Problem problem =
        switch (e.getErrorCode() & 0xff) {
          case BUSY, LOCKED -> StoreProblems.inUse(file);
          case CORRUPT, NOT_A_DATABASE -> StoreProblems.corrupt(detail);
          case FULL -> StoreProblems.full(detail);
          default -> StoreProblems.unwritable(detail);
        };
    return new ClientException(problem, e);
  }
}
