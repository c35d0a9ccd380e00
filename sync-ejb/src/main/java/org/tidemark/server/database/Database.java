package org.tidemark.server.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The data source, for statements over sets; joins the transaction that is under way. */
@ApplicationScoped
public class Database {
  @Resource(lookup = "java:jboss/datasources/SyncDS")
  private DataSource dataSource;

  /** Runs the work on one connection of the current transaction and gives its answer. */
  public <T> T call(SqlWork<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Work on a connection. */
  @FunctionalInterface
  public interface SqlWork<T> {
    T on(Connection connection) throws SQLException;
  }
}
