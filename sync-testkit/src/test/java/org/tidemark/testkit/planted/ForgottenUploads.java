package org.tidemark.testkit.planted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.tidemark.testkit.world.Composition;

/** An upload is forgotten with its completion, before its record names the file. */
final class ForgottenUploads implements Composition {

  @Override
  public void made(Path database) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create trigger lose after update of media on uploads when new.media is not null
          begin
            delete from uploads where upload = new.upload;
          end
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
