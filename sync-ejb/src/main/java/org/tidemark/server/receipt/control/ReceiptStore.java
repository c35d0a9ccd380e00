package org.tidemark.server.receipt.control;

import static org.tidemark.server.database.SqlArrays.integer;
import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.database.Weight;

/** Reads and writes receipts by set. */
@ApplicationScoped
public class ReceiptStore {
  private static final String FIND =
      "select "
          + Weight.columns("", "answer", "client_data")
          + """
           , mutation_id, fingerprint, space, entity_type, id, status, version, base_claim,
             data_as_sent, sequence, created_at, expires_at
        from receipt where client_id = ? and mutation_id = any (?)
      """;

  private static final String INSERT =
      """
      insert into receipt (client_id, created_at, mutation_id, fingerprint, space, entity_type, id,
                           status, version, base_claim, answer, data_as_sent, client_data, sequence,
                           expires_at)
      select ?, ?, * from unnest(?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::int[], ?::text[], ?::text[], ?::boolean[], ?::text[],
                                 ?::bigint[], ?::timestamptz[])
      """;

  private static final List<Column<Receipt>> COLUMNS =
      List.of(
          Column.text(r -> r.mutationId().value()),
          Column.of("bytea", r -> r.fingerprint().bytes()),
          Column.text(Receipt::space),
          Column.text(Receipt::entityType),
          Column.text(Receipt::id),
          Column.text(r -> r.status().name()),
          Column.of("int4", Receipt::version),
          Column.text(r -> r.base() == null ? null : r.base().text()),
          Column.text(Receipt::answer),
          Column.of("bool", Receipt::dataAsSent),
          Column.text(Receipt::clientData),
          Column.of("int8", Receipt::sequence),
          Column.of("timestamptz", r -> r.expiresAt().toString()));

  /**
   * The receipts of these mutations of one client, by mutation id.
   *
   * @throws org.tidemark.server.failure.SyncException {@code BATCH_TOO_LARGE}
   */
  public Map<String, Receipt> find(
      Connection connection, ClientId clientId, Collection<String> mutationIds)
      throws SQLException {
    Map<String, Receipt> found = new HashMap<>();
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, clientId.value());
      find.setArray(2, SqlArrays.texts(connection, List.copyOf(mutationIds)));
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          Weight.check(row);
          Receipt receipt = read(clientId, row);
          found.put(receipt.mutationId().value(), receipt);
        }
      }
    }
    return found;
  }

  /** Writes receipts of one client, made at one time. */
  public void insert(Connection connection, List<Receipt> receipts) throws SQLException {
    if (receipts.isEmpty()) {
      return;
    }
    Receipt first = receipts.get(0);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, first.clientId().value());
      insert.setObject(2, time(first.createdAt()));
      SqlArrays.bind(insert, 3, receipts, COLUMNS);
      insert.executeUpdate();
    }
  }

  private static Receipt read(ClientId clientId, ResultSet row) throws SQLException {
    String claim = row.getString("base_claim");
    long sequenceValue = row.getLong("sequence");
    @Nullable Long sequence = row.wasNull() ? null : sequenceValue;
    return new Receipt(
        clientId,
        new MutationId(row.getString("mutation_id")),
        Fingerprint.ofBytes(row.getBytes("fingerprint")),
        row.getString("space"),
        row.getString("entity_type"),
        row.getString("id"),
        SyncStatus.valueOf(row.getString("status")),
        integer(row, "version"),
        claim == null ? null : BaseClaim.parse(claim),
        row.getString("answer"),
        row.getBoolean("data_as_sent"),
        row.getString("client_data"),
        sequence,
        instant(row, "created_at"),
        instant(row, "expires_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
