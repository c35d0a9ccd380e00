package org.tidemark.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.environment.StoreObserver;

/** How lists of records are read. */
class RecordTableTest {

  @Test
  void newest_isReadFromItsIndex_andSortsNothing(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("client.db");
    Database.open(file, StoreObserver.NONE).close();
    StringBuilder plan = new StringBuilder();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement explain =
            connection.prepareStatement("explain query plan " + RecordTable.NEWEST);
        ResultSet row = explain.executeQuery()) {
      while (row.next()) {
        plan.append(row.getString("detail")).append('\n');
      }
    }
    assertThat(plan)
        .containsPattern("USING INDEX record_newest \\(space=\\? AND type=\\? AND <expr><\\?\\)")
        .doesNotContain("TEMP B-TREE");
  }
}
