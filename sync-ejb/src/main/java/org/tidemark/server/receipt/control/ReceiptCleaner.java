package org.tidemark.server.receipt.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.server.database.SqlArrays;

/**
 * Removes receipts that have lived long enough, a step at a time.
 *
 * <p>The clients' rows are locked first, as in a push, so that no push can be between looking for a
 * receipt and writing it. For each client the highest sequence that was removed is remembered: what
 * comes again with one at or below it may have been done before, and is refused. A row that another
 * node's step has locked is left to that node.
 */
@ApplicationScoped
public class ReceiptCleaner {
  /** Receipts in one step, which is one transaction. */
  public static final int STEP = 1_000;

  private static final String LOCK =
      """
      select c.id from client c
       where c.id in (select r.client_id from receipt r where r.expires_at <= ?
                       order by r.expires_at limit ?)
       order by c.id for update skip locked
      """;

  private static final String REMOVE =
      """
      with old as (
        select r.client_id, r.mutation_id from receipt r
         where r.expires_at <= ? and r.client_id = any (?)
         order by r.expires_at limit ?
      ), removed as (
        delete from receipt r using old o
         where r.client_id = o.client_id and r.mutation_id = o.mutation_id
        returning r.client_id, r.sequence
      ), forgotten as (
        update client c set expired_sequence = greatest(c.expired_sequence, f.sequence)
          from (select client_id, max(sequence) as sequence from removed group by client_id) f
         where c.id = f.client_id and f.sequence is not null
      )
      select count(*) from removed
      """;

  /** Removes one step's worth of expired receipts; gives how many. */
  public int step(Connection connection, Instant now) throws SQLException {
    List<String> clients = new ArrayList<>();
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, time(now));
      lock.setInt(2, STEP);
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          clients.add(row.getString(1));
        }
      }
    }
    if (clients.isEmpty()) {
      return 0;
    }
    try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
      remove.setObject(1, time(now));
      remove.setArray(2, SqlArrays.texts(connection, clients));
      remove.setInt(3, STEP);
      try (ResultSet row = remove.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
