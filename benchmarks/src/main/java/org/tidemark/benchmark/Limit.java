package org.tidemark.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidemark.launcher.EmbeddedDatabase;

/**
 * The least that the database must do for a push: a receipt and a record for each mutation and the
 * space's counter, durable, in two statements by plain JDBC with nothing decided or checked.
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
      insert into record (space, entity_type, id, seq, version, replaces, updated_at_ms, deleted,
                          data, client_id, mutation_id, written_by, written_at)
      select ?, 'limit', u.id, counter.before + u.ord, 1, 0, 0, false, ?, 'limit', u.id, 'limit',
             now()
        from counter, unnest(?::text[]) with ordinality u (id, ord)
      """;

  private final EmbeddedDatabase database;
  private final AtomicInteger spaces = new AtomicInteger();

  Limit(EmbeddedDatabase database) {
    this.database = database;
  }

  /** One writer: each call of the step commits a batch in a space of the writer's own. */
  Step writer(int batch) throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    String space = "limit-" + UUID.randomUUID() + spaces.incrementAndGet();
    try (PreparedStatement create =
        connection.prepareStatement(
            "insert into space (id, created_by, created_at) values (?, 'limit', now())")) {
      create.setString(1, space);
      create.executeUpdate();
    }
    connection.setAutoCommit(false);
    PreparedStatement receipts = connection.prepareStatement(RECEIPTS);
    PreparedStatement records = connection.prepareStatement(RECORDS);
    String data = Documents.data(1);
    return new Step() {
      @Override
      public int run() throws SQLException {
        String[] ids = new String[batch];
        Arrays.setAll(ids, i -> UUID.randomUUID().toString());
        receipts.setString(1, space);
        receipts.setArray(2, connection.createArrayOf("text", ids));
        receipts.executeUpdate();
        records.setInt(1, batch);
        records.setString(2, space);
        records.setInt(3, batch);
        records.setString(4, space);
        records.setString(5, data);
        records.setArray(6, connection.createArrayOf("text", ids));
        records.executeUpdate();
        connection.commit();
        return batch;
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }
}
