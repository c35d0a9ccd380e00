package org.tidemark.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.tidemark.launcher.EmbeddedDatabase;

/**
 * The least that the database must do for a push: a receipt and a record for each mutation and the
 * space's counter, durable, by plain JDBC with nothing decided or checked; and for a pull: the
 * rows.
 */
final class Limit {
  private static final String RECEIPTS =
      """
      insert into receipt (client_id, mutation_id, fingerprint, status, answer, data_as_sent,
                           created_at, expires_at)
      select ?, m, decode(repeat('ab', 32), 'hex'), 'APPLIED', repeat('x', 200), true, now(), now()
        from unnest(?::text[]) m
      """;
  private static final String RECORDS =
      """
      with counter as (
        update space set seq = seq + ? where id = ? returning seq - ? as before
      )
      insert into record (space, entity_type, id, seq, version, updated_at_ms, deleted,
                          data, client_id, mutation_id, written_by, written_at)
      select ?, 'limit', u.id, counter.before + u.ord, 1, 0, false, u.data, 'limit', u.id,
             'limit', now()
        from counter, unnest(?::text[], ?::text[]) with ordinality u (id, data, ord)
      """;
  private static final String PAGE =
      """
      select entity_type, id, seq, version, updated_at_ms, deleted, data
        from record where space = ? and seq > ? and not purged order by seq limit 1000
      """;

  private final EmbeddedDatabase database;

  Limit(EmbeddedDatabase database) {
    this.database = database;
  }

  String space() throws SQLException {
    String space = "limit-" + UUID.randomUUID();
    try (Connection connection = connect();
        PreparedStatement create =
            connection.prepareStatement(
                "insert into space (id, created_by, created_at) values (?, 'limit', now())")) {
      create.setString(1, space);
      create.executeUpdate();
    }
    return space;
  }

  /** Each call commits a batch. */
  Step writer(String space, int batch) throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    PreparedStatement receipts = connection.prepareStatement(RECEIPTS);
    PreparedStatement records = connection.prepareStatement(RECORDS);
    String[] data = new String[batch];
    Arrays.fill(data, Documents.data(1));
    return step(
        connection,
        () -> {
          String[] ids = new String[batch];
          Arrays.setAll(ids, i -> UUID.randomUUID().toString());
          receipts.setString(1, space);
          receipts.setArray(2, connection.createArrayOf("text", ids));
          receipts.executeUpdate();
          records.setInt(1, batch);
          records.setString(2, space);
          records.setInt(3, batch);
          records.setString(4, space);
          records.setArray(5, connection.createArrayOf("text", ids));
          records.setArray(6, connection.createArrayOf("text", data));
          records.executeUpdate();
          connection.commit();
          return batch;
        });
  }

  /** Each call reads the next page of a space and every value of it. */
  Step reader(String space) throws SQLException {
    Connection connection = connect();
    PreparedStatement page = connection.prepareStatement(PAGE);
    long[] position = {0};
    return step(
        connection,
        () -> {
          page.setString(1, space);
          page.setLong(2, position[0]);
          int rows = 0;
          try (ResultSet row = page.executeQuery()) {
            while (row.next()) {
              rows++;
              position[0] = row.getLong("seq");
              row.getString("id");
              row.getString("data");
            }
          }
          if (rows < 1000) {
            position[0] = 0;
          }
          return rows;
        });
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static Step step(Connection connection, Step work) {
    return new Step() {
      @Override
      public int run() throws Exception {
        return work.run();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }
}
