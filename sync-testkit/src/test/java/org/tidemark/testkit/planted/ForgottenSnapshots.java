package org.tidemark.testkit.planted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.tidemark.testkit.world.Composition;

/** A merge overrides the local state, and the snapshot of it never comes into the database. */
final class ForgottenSnapshots implements Composition {

  @Override
  public void made(Path database) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create trigger forget before insert on snapshot when new.reason = 'MERGED'
          begin
            select raise(ignore);
          end
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
